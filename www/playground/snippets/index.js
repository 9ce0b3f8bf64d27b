// The snippets by the keys of their tabs.

import { angular } from "./angular.js";
import { html } from "./html.js";
import { react } from "./react.js";
import { svelte } from "./svelte.js";
import { vue } from "./vue.js";
import { yew } from "./yew.js";

/** @type {Record<string, { label: string, write: import("../types.js").WriteSnippet }>} */
export const SNIPPETS = {
  html: { label: "HTML", write: html },
  react: { label: "React", write: react },
  vue: { label: "Vue", write: vue },
  svelte: { label: "Svelte", write: svelte },
  angular: { label: "Angular", write: angular },
  yew: { label: "Yew", write: yew },
};
