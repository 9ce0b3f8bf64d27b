// Builds the engine's module, with the engine or with stand-ins, as the release bundle is built:
// the standard library without panic messages, then wasm-opt.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";

const here = new URL(".", import.meta.url).pathname;
const FEATURES = ["bulk-memory", "mutable-globals", "sign-ext", "nontrapping-fptoint"];

export function build(withEngine) {
  const name = withEngine ? "with" : "without";
  const target = `${here}target`;
  execFileSync(
    "cargo",
    [
      "build", "--quiet", "--release", "--lib", "--target", "wasm32-unknown-unknown",
      "-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size",
      "--target-dir", target, ...(withEngine ? ["--features", "engine"] : []),
    ],
    {
      cwd: here,
      stdio: "inherit",
      env: {
        ...process.env,
        RUSTC_BOOTSTRAP: "1",
        RUSTFLAGS: [
          "-Zlocation-detail=none", "-Zfmt-debug=none", "-Zunstable-options",
          "-Cpanic=immediate-abort", `-Ctarget-feature=${FEATURES.map((f) => "+" + f).join(",")}`,
        ].join(" "),
      },
    },
  );
  mkdirSync(`${here}dist`, { recursive: true });
  const out = `${here}dist/${name}.wasm`;
  execFileSync(
    `${here}node_modules/.bin/wasm-opt`,
    [
      "-Oz", "--strip-debug", "--strip-producers", "--enable-bulk-memory",
      "--enable-mutable-globals", "--enable-sign-ext", "--enable-nontrapping-float-to-int",
      `${target}/wasm32-unknown-unknown/release/numbers_bench.wasm`, "-o", out,
    ],
    { stdio: "inherit" },
  );
  return readFileSync(out);
}
