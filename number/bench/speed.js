// Parses, validates and formats numbers, and compares the time with libphonenumber-js/max in the
// same run.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gunzipSync } from "node:zlib";

import { build } from "./build.js";

// The packages are installed below target/, away from the sources.
const require = createRequire(process.env.BENCH_PACKAGES + "/");
const { parsePhoneNumberFromString: parsePhoneNumber, AsYouType } = require("libphonenumber-js/max");

const bytes = build(true);
const module = await WebAssembly.compile(bytes);
const encoder = new TextEncoder();
const decoder = new TextDecoder();

function start(module) {
  const { exports } = new WebAssembly.Instance(module);
  const call = (name, bytes, region) => {
    const at = exports.buffer(bytes.length);
    new Uint8Array(exports.memory.buffer, at, bytes.length).set(bytes);
    const answer = region === undefined ? exports[name](bytes.length)
      : exports[name](bytes.length, (region.charCodeAt(0) << 8) | region.charCodeAt(1));
    return answer;
  };
  const text = () =>
    decoder.decode(new Uint8Array(exports.memory.buffer, exports.answer_at(), exports.answer_length()));
  return { call, text };
}

const milliseconds = (work) => {
  const before = performance.now();
  work();
  return performance.now() - before;
};

// The first call compiles the code that it runs. So each try needs a module that V8 has not seen:
// the same bytes with an empty section of another name.
const firsts = [];
for (let letter = 97; letter < 97 + 15; letter++) {
  const other = await WebAssembly.compile(Buffer.concat([bytes, Buffer.from([0, 2, 1, letter])]));
  firsts.push(milliseconds(() => {
    const { call, text } = start(other);
    call("read", encoder.encode("514-123-4455"), "CA");
    if (text().split("\n")[0] !== "+15141234455") throw new Error(text());
  }));
}
firsts.sort((a, b) => a - b);

const { call, text } = start(module);
for (let zone = 2; zone <= 9; zone++) {
  const bytes = readFileSync(new URL(`../data/zone-${zone}.bin`, import.meta.url));
  if (call("add_zone", bytes) !== zone) throw new Error(`zone ${zone} was refused`);
}

// Valid numbers of all regions, one in ten of the corpus.
const rows = gunzipSync(readFileSync(new URL("../tests/libphonenumber/corpus.tsv.gz", import.meta.url)))
  .toString().split("\n").slice(1).map((row) => row.split("\t"))
  .filter((row) => row[3] === "1" && !row[9]).filter((_, index) => index % 10 === 0);
const american = rows.filter((row) => row[5].startsWith("+1"));

function ours(rows) {
  let valid = 0;
  for (const [region, input] of rows) {
    valid += call("read", encoder.encode(input), region);
    text();
  }
  return valid;
}

function theirs(rows) {
  let valid = 0;
  for (const [region, input] of rows) {
    const number = parsePhoneNumber(input, region);
    if (!number) continue;
    valid += number.isValid() ? 1 : 0;
    number.format("E.164") + number.formatNational() + number.formatInternational();
  }
  return valid;
}

const typedByUs = (rows) => rows.forEach(([region, , , , , e164]) => {
  for (let end = 1; end <= e164.length; end++) {
    call("typed", encoder.encode(e164.slice(0, end)), region);
    text();
  }
});
const typedByThem = (rows) => rows.forEach(([region, , , , , e164]) => {
  for (let end = 1; end <= e164.length; end++) new AsYouType(region).input(e164.slice(0, end));
});

function best(work, rows) {
  let least = Infinity;
  for (let round = 0; round < 25; round++) least = Math.min(least, milliseconds(() => work(rows)));
  return (least / rows.length) * 1000;
}

console.log(`instantiation and first call: ${firsts[0].toFixed(2)} ms, median ${firsts[7].toFixed(2)} ms`);
for (const [name, some] of [["all regions", rows], ["+1", american]]) {
  console.log(`${name}, ${some.length} numbers: valid ${ours(some)}, theirs ${theirs(some)}`);
  for (const [what, a, b] of [["read", ours, theirs], ["typed", typedByUs, typedByThem]]) {
    const [we, they] = [best(a, some), best(b, some)];
    console.log(
      `  ${what}: ${we.toFixed(2)} µs, libphonenumber-js/max ${they.toFixed(2)} µs, ${(they / we).toFixed(1)}×`,
    );
  }
}
