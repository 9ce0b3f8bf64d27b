// Compiles listings of the documents: those in JavaScript, JSX and TypeScript by esbuild, and components
// of Vue and Svelte by their compilers. Prints the faults.
//
// node compile.mjs TOOLS HOSTS < listings.json, each a folder of npm packages

import { createRequire } from "node:module";
import { join } from "node:path";
import { text } from "node:stream/consumers";

const [tools, hosts] = process.argv.slice(2).map((folder) => createRequire(join(folder, "x.js")));
const esbuild = tools("esbuild");
const vue = hosts("vue/compiler-sfc");
const svelte = hosts("svelte/compiler");

const compilers = {
  js: (code) => esbuild.transformSync(code, { loader: "js", format: "esm" }),
  jsx: (code) => esbuild.transformSync(code, { loader: "jsx" }),
  ts: (code) => esbuild.transformSync(code, { loader: "ts" }),
  vue: (code) => {
    const { descriptor, errors } = vue.parse(code);
    if (errors.length) throw errors[0];
    vue.compileScript(descriptor, { id: "listing", inlineTemplate: true });
  },
  svelte: (code) => svelte.compile(code, {}),
};

for (const { place, language, text: code } of JSON.parse(await text(process.stdin))) {
  try {
    compilers[language](code);
  } catch (error) {
    console.log(`${place}: ${error.message}`);
  }
}
