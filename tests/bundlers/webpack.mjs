// Builds main.js with webpack as it comes, without a configuration: node webpack.mjs NODE_MODULES

import { createRequire } from "node:module";
import { resolve } from "node:path";

const webpack = createRequire(`${process.argv[2]}/`)("webpack");
const configuration = {
  mode: "production",
  entry: "./main.js",
  output: { path: resolve("out"), filename: "main.js" },
};
webpack(configuration, (error, stats) => {
  if (error || stats.hasErrors()) {
    console.error(error ?? stats.toString("errors-only"));
    process.exitCode = 1;
  }
});
