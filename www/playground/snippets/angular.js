// The snippet for Angular, a component of its own.

import { CLASS, EVENTS, TOKEN, htmlAttributes, indent, literal, staticLines, tag } from "./text.js";

/** @type {import("../types.js").WriteSnippet} */
export function angular(setup) {
  const { objects, hasToken, hasListeners, statics, theme } = setup;
  const attributes = [
    // Angular reads braces as an expression, and an @ as a block.
    ...htmlAttributes(setup).map((text) => text.replace(/[{}@]/g, (it) => `&#${it.charCodeAt(0)};`)),
    ...objects.map(({ property }) => `[${property}]="${property}"`),
    ...(hasToken ? ['[token]="token"'] : []),
    ...(hasListeners ? EVENTS.map((name) => `(${name})="log($event)"`) : []),
  ];
  const form = tag("<lead-phone-form", attributes, "></lead-phone-form>");
  const template = theme === null ? form : [`<div class="${theme}">`, indent(form), "</div>"].join("\n");
  const members = [
    ...objects.map(({ property, value }) => `${property} = ${literal(value)};`),
    ...(hasToken ? [`token = ${TOKEN};`] : []),
    ...(hasListeners ? ["log = ({ type, detail }: CustomEvent) => console.log(type, detail);"] : []),
  ];
  return [
    'import "lead-phone-form";',
    'import { Component, CUSTOM_ELEMENTS_SCHEMA } from "@angular/core";',
    "",
    ...(statics.length > 0 ? [...staticLines(statics, `${CLASS}!`), ""] : []),
    "@Component({",
    '  selector: "lead-phone",',
    "  schemas: [CUSTOM_ELEMENTS_SCHEMA],",
    ...(theme === null ? [] : [`  styleUrl: "./${theme}.css",`, "  encapsulation: ViewEncapsulation.None,"]),
    "  template: `",
    // These characters would end the template, or begin an expression in it.
    indent(template.replace(/`|\\|\$(?=\{)/g, "\\$&"), "    "),
    "  `,",
    "})",
    `export class LeadPhone {${members.length > 0 ? `\n${indent(members.join("\n"))}\n` : ""}}`,
  ]
    .join("\n")
    .replace("Component, CUSTOM_ELEMENTS_SCHEMA", theme === null ? "$&" : "$&, ViewEncapsulation");
}
