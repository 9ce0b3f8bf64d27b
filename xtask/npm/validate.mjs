// Holds a manifest of custom elements to its schema: node validate.mjs NODE_MODULES FILE

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [modules, file] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const Ajv = require("ajv");
const schema = require("custom-elements-manifest/schema.json");
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
if (!validate(JSON.parse(readFileSync(file, "utf8")))) {
  console.error(JSON.stringify(validate.errors, null, 2));
  process.exit(1);
}
