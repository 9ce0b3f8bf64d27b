// Prints the size that the engine adds to a bundle, and the size of each zone file.

import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

import { build } from "./build.js";

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;

const without = build(false);
const engine = build(true);
const row = (name, raw, small) => console.log(name.padEnd(14), String(raw).padStart(7), String(small).padStart(7));
row("", "bytes", "brotli");
row("without", without.length, brotli(without));
row("with", engine.length, brotli(engine));
row("engine", engine.length - without.length, brotli(engine) - brotli(without));
let [raw, small] = [0, 0];
for (const name of ["codes.bin", "regions.txt", "characters.bin", ..."123456789"]) {
  const zone = name.length === 1;
  const file = zone ? `zone-${name}.bin` : name;
  const bytes = readFileSync(new URL(`../data/${file}`, import.meta.url));
  row(file, bytes.length, brotli(bytes));
  if (zone && name !== "1") {
    raw += bytes.length;
    small += brotli(bytes);
  }
}
row("zones 2 to 9", raw, small);
