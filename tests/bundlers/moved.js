// A host whose bundle is a classic script, which does not know where its files are.

import "./main.js";
import wasm from "lead-phone-form/lead-phone-form.wasm";

customElements.get("lead-phone-form").wasmUrl = wasm;
