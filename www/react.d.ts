// The types of `lead-phone-form/react`, the component for React 18 and 19.

import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from "react";
import type {
  LeadPhoneFormElement,
  LeadPhoneFormEventMap,
  LeadPhoneFormProperties,
} from "./lead-phone-form.js";

type Listener<Name extends keyof LeadPhoneFormEventMap> =
  | ((event: LeadPhoneFormEventMap[Name]) => void)
  | null
  | undefined;

/** The listeners of the form's events. */
export interface LeadPhoneFormListeners {
  onReady?: Listener<"lead-phone-ready">;
  /** `event.preventDefault()` stops the request. */
  onSubmit?: Listener<"lead-phone-submit">;
  onCreated?: Listener<"lead-phone-created">;
  onUpdated?: Listener<"lead-phone-updated">;
  onError?: Listener<"lead-phone-error">;
  onChange?: Listener<"lead-phone-change">;
  onRefused?: Listener<"lead-phone-refused">;
}

type Own = LeadPhoneFormProperties & LeadPhoneFormListeners;

/** The props: the element's properties, the listeners, and what every HTML element has. */
export interface LeadPhoneFormProps
  extends Own,
    Omit<HTMLAttributes<LeadPhoneFormElement>, keyof Own | "dangerouslySetInnerHTML"> {
  /** The name of the number in the `FormData` of the page's own form. */
  name?: string | undefined;
}

/** The form. It loads the element when it is first on a page. */
export declare const LeadPhoneForm: ForwardRefExoticComponent<
  LeadPhoneFormProps & RefAttributes<LeadPhoneFormElement>
>;
