// What Vue's template checker sees of the element. It only has to compile.

import "lead-phone-form";
import type { GlobalComponents } from "vue";

type Props = InstanceType<GlobalComponents["lead-phone-form"]>["$props"];

export const good: Props[] = [
  { leadId: 3387562, token: () => "a token", phoneTypes: ["home"], countries: ["CA"] },
  { "lead-id": "3387562", onLeadPhoneCreated: ({ detail }) => console.log(detail.id) },
];

// @ts-expect-error: the token is a string or a function
export const token: Props = { token: 7 };
// @ts-expect-error: there is no such property
export const name: Props = { leadID: 7 };
export const listener: Props = {
  // @ts-expect-error: an id is a number
  onLeadPhoneUpdated: ({ detail }) => detail.id.trim(),
};
