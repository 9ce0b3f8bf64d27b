// Colors code, by what the snippets have in common: comments, strings, tags, attributes, keywords and
// numbers.

import { element } from "../demo/dom.js";

/** The pieces of code that get a color, each by the name of its group. */
const PIECES = new RegExp(
  [
    /(?<comment><!--[^]*?-->|(?<=^|\s)\/\/.*)/,
    /(?<string>r#+"[^]*?"#+|"(?:[^"\\]|\\.)*")/,
    /(?<tag><\/?[A-Za-z][\w-]*)/,
    /(?<keyword>(?<![\w:.-])(?:as|async|await|class|const|export|fn|from|function|import|let|new|pub|return|use)\b)/,
    /(?<attribute>[:@\w[\]-]+(?==["{[]))/,
    /(?<number>(?<![\w#-])\d[\d_]*(?:_u\d+)?(?![\w-]))/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gm",
);

/** @param {string} code @returns {(Node | string)[]} */
export function highlight(code) {
  const nodes = [];
  let end = 0;
  for (const match of code.matchAll(PIECES)) {
    const [text] = match;
    const found = Object.entries(match.groups ?? {}).find(([, piece]) => piece !== undefined);
    nodes.push(code.slice(end, match.index), element("span", { class: `code-${found?.[0]}` }, text));
    end = match.index + text.length;
  }
  nodes.push(code.slice(end));
  return nodes;
}
