// What the page's scripts use, as the browser has it before any of it is replaced.

const { setTimeout, performance, MessageChannel, MutationObserver, Event, KeyboardEvent, InputEvent } = window;
const { stringify } = JSON;
const dispatchEvent = EventTarget.prototype.dispatchEvent;
const nativeFetch = window.fetch;
const define = Object.defineProperty;
const describe = Object.getOwnPropertyDescriptor;

/** What is in each token, and may be nowhere else. */
const SECRET = "s3cr3t";
/** What is in the messages of all that the page throws on purpose. */
const OWN = "chaos";

const throws = () => {
  throw new Error(`${OWN}: on purpose`);
};

const raise = (target, event) => dispatchEvent.call(target, event);
const pause = (time = 0) => new Promise((resolve) => void setTimeout(resolve, time));

const channel = new MessageChannel();
const turns = [];
channel.port1.onmessage = () => turns.shift()?.();
/** The next task, without the pause that browsers make for timers. */
const turn = () =>
  new Promise((resolve) => {
    turns.push(resolve);
    channel.port2.postMessage(0);
  });

/** Waits for a state. Returns whether it came. */
const until = async (is, within = 20_000) => {
  const end = performance.now() + within;
  while (!is()) {
    if (performance.now() > end) return false;
    await pause(1);
  }
  return true;
};

/** What is wrong, with the number of the step after which it was seen. */
const wrong = [];
let step = null;
const violate = (watched, what) => {
  if (wrong.length < 20) wrong.push({ step, slot: watched?.slot ?? null, what });
};
