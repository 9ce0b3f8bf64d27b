// Holds a file to a JSON schema: node validate.mjs SCHEMA FILE

import { readFileSync } from "node:fs";
import Ajv from "ajv";

const [schema, file] = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, "utf8")));
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
if (!validate(file)) {
  console.error(JSON.stringify(validate.errors, null, 2));
  process.exit(1);
}
