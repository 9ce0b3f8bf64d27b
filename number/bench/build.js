// Builds the engine's module, with the engine or with stand-ins, as the release bundle is built:
// the standard library without panic messages, then wasm-opt. `cargo xtask bench` calls it.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const here = new URL(".", import.meta.url).pathname;
const made = `${here}../../target/bench/numbers`;
const FEATURES = ["bulk-memory", "mutable-globals", "sign-ext", "nontrapping-fptoint"];

export function build(withEngine) {
  const name = withEngine ? "with" : "without";
  execFileSync(
    "cargo",
    [
      "build", "--quiet", "--release", "--lib", "--target", "wasm32-unknown-unknown",
      "-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size",
      "--target-dir", made, ...(withEngine ? ["--features", "engine"] : []),
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
  const out = `${made}/${name}.wasm`;
  execFileSync(
    process.execPath,
    [
      `${process.env.BENCH_TOOLS}/binaryen/bin/wasm-opt`,
      "-Oz", "--strip-debug", "--strip-producers", "--enable-bulk-memory",
      "--enable-mutable-globals", "--enable-sign-ext", "--enable-nontrapping-float-to-int",
      `${made}/wasm32-unknown-unknown/release/numbers_bench.wasm`, "-o", out,
    ],
    { stdio: "inherit" },
  );
  return readFileSync(out);
}
