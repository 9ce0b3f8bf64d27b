// Runs the listings of servers in JavaScript: who is signed in gets a token as text that no cache keeps,
// and everybody else gets 401. Prints the faults.
//
// node servers.mjs < listings.json

import { createServer } from "node:http";
import { text } from "node:stream/consumers";

const crmTokenFor = async (user) => `a token of ${user}`;

/** The answer of a listing for Express. */
async function express(code, user) {
  let handler;
  const app = { get: (path, given) => path === "/crm-token" && (handler = given) };
  new Function("app", "crmTokenFor", code)(app, crmTokenFor);
  const answer = { status: 200, headers: new Headers(), body: "" };
  const response = {
    set: (name, value) => (answer.headers.set(name, value), response),
    type: (value) => (answer.headers.set("Content-Type", value), response),
    send: (body) => (answer.body = body),
    sendStatus: (status) => (answer.status = status),
  };
  await handler({ session: { user } }, response);
  return answer;
}

/** The answer of a listing for Node without a framework. */
async function node(code, user) {
  const make = new Function("createServer", "signedInUser", "crmTokenFor", `return ${code}`);
  const server = make(createServer, async () => user, crmTokenFor);
  await new Promise((listens) => server.listen(0, "127.0.0.1", listens));
  const { status, headers, ...rest } = await answered(
    await fetch(`http://127.0.0.1:${server.address().port}/crm-token`),
  );
  server.close();
  server.closeAllConnections();
  return { status, headers, ...rest };
}

/** The answer of a listing for Next.js. */
async function next(code, user) {
  const make = new Function("signedInUser", "crmTokenFor", code.replace("export", "return"));
  return answered(await make(async () => user, crmTokenFor)());
}

async function answered(response) {
  return { status: response.status, headers: response.headers, body: await response.text() };
}

for (const { place, text: code } of JSON.parse(await text(process.stdin))) {
  const run = code.includes("app.get(") ? express : code.includes("createServer(") ? node : next;
  try {
    const signedIn = await run(code, "an employee");
    const stranger = await run(code, undefined);
    const told = [
      signedIn.status,
      signedIn.body,
      signedIn.headers.get("Content-Type"),
      signedIn.headers.get("Cache-Control"),
      stranger.status,
      stranger.body,
    ].join();
    if (told !== "200,a token of an employee,text/plain,no-store,401,") {
      console.log(`${place}: ${told}`);
    }
  } catch (error) {
    console.log(`${place}: ${error.stack}`);
  }
}
