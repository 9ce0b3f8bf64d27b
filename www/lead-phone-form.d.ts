// The types of <lead-phone-form>. The module defines the element and exports nothing: take the
// types by `import type { Phone } from "lead-phone-form"`, the class by
// `customElements.get("lead-phone-form")`.

/** What is known of a phone. */
export interface PhoneFields {
  id: number;
  /** In E.164, such as `+15142223344`. */
  number?: string | null;
  extension?: number | string | null;
  /** Of the revision of 2018. */
  mobile?: boolean;
  /** Of the later revision, in place of `mobile`. */
  type?: string | null;
  /** The API's word on whether the number is valid. */
  valid?: boolean;
  /** Of the revision of 2018. */
  lead?: { id: number; [field: string]: unknown };
  /** Of the later revision, in place of `lead`. */
  lead_id?: number;
  created_at?: string;
  updated_at?: string;
}

/** A phone as the API returns it. Each field that it sent is there, known here or not. */
export interface Phone extends PhoneFields {
  [field: string]: unknown;
}

/** What is sent. An update leaves out what is not known and was not touched. */
export interface PhoneBody {
  lead_id?: number;
  extension?: number | null;
  mobile?: boolean;
  type?: string;
  number?: string;
}

export type Operation = "create" | "update";

/** Why a token is asked for: at first, or since the API has refused the last one. */
export type TokenReason = "initial" | "unauthenticated";

/** A token, or a function that returns one or a promise of one. */
export type TokenSource = string | ((request: { reason: TokenReason }) => string | Promise<string>);

export interface SubmitDetail {
  operation: Operation;
  phoneId: number | null;
  body: PhoneBody;
}

export type ErrorKind =
  | "unauthenticated"
  | "duplicate"
  | "forbidden"
  | "not-found"
  | "method-not-allowed"
  | "invalid"
  | "rate-limited"
  | "server"
  | "network"
  | "timeout"
  | "unexpected"
  | "malformed-response"
  | "configuration"
  | "load"
  | "internal";

export interface ErrorDetail {
  kind: ErrorKind;
  /** Null where no save has failed. */
  operation: Operation | null;
  /** The HTTP status, or null without an answer. */
  status: number | null;
  /** The sentence that the form shows. */
  message: string;
  /** The API's texts by field. */
  errors: Record<string, string[]> | null;
}

/** The events by name. All of them bubble and cross shadow roots. */
export interface LeadPhoneFormEventMap {
  "lead-phone-ready": CustomEvent<null>;
  /** `preventDefault()` stops the request. */
  "lead-phone-submit": CustomEvent<SubmitDetail>;
  "lead-phone-created": CustomEvent<Phone>;
  "lead-phone-updated": CustomEvent<Phone>;
  "lead-phone-error": CustomEvent<ErrorDetail>;
}

/** The texts that `messages` may replace. */
export type MessageKey =
  | "country"
  | "number"
  | "extension"
  | "mobile"
  | "type"
  | "type-home"
  | "type-work"
  | "type-mobile"
  | "submit"
  | "saving"
  | "created"
  | "updated"
  | "saved-not-valid"
  | "number-missing"
  | "not-a-number"
  | "calling-code-unknown"
  | "too-short"
  | "too-long"
  | "length-unknown"
  | "area-code-missing"
  | "plan-missing"
  | "save-anyway"
  | "will-be-saved"
  | "not-in-use"
  | "plan-loading"
  | "several-pasted"
  | "nothing-pasted"
  | "country-not-found"
  | "countries-found"
  | "extension-not-number"
  | "extension-leading-zero"
  | "extension-too-large"
  | "unauthenticated"
  | "duplicate"
  | "forbidden"
  | "not-found"
  | "method-not-allowed"
  | "number-refused"
  | "extension-refused"
  | "field-refused"
  | "invalid"
  | "rate-limited"
  | "server"
  | "network"
  | "timeout"
  | "unexpected"
  | "malformed-response"
  | "perhaps-saved"
  | "saved-earlier"
  | "still-saving"
  | "trying-again"
  | "trying-again-in-one"
  | "trying-again-in-other"
  | "save-again-in-one"
  | "save-again-in-other"
  | "save-again-in-minutes-one"
  | "save-again-in-minutes-other"
  | "internal"
  | "offline"
  | "back-online"
  | "setting-unreadable"
  | "phone-unreadable"
  | "messages-unreadable"
  | "message-unreadable"
  | "token-attribute"
  | "lead-missing"
  | "token-missing"
  | "token-unusable";

export type Messages = Partial<Record<MessageKey, string | null | undefined>>;

type Integer = number | string | null | undefined;
type List = readonly string[] | string | null | undefined;
type Text = string | null | undefined;

/** The element. */
export interface LeadPhoneFormElement extends HTMLElement {
  get leadId(): number | null;
  /** The lead that a new phone is for. */
  set leadId(value: Integer);
  get phoneId(): number | null;
  /** The phone to update. */
  set phoneId(value: Integer);
  get baseUrl(): string;
  /** Where the API is. */
  set baseUrl(value: string | URL | null | undefined);
  get authScheme(): string;
  /** The word before the token. */
  set authScheme(value: "bearer" | "basic" | null | undefined);
  get country(): string;
  /** The country at first, as ISO 3166-1 has it. */
  set country(value: Text);
  get preferredCountries(): string[];
  /** The first countries of the list. */
  set preferredCountries(value: List);
  get locale(): string;
  /** The language of the form, as BCP 47 has it. */
  set locale(value: Text);
  get phoneTypes(): string[];
  /** The types to choose from, for the API's later revision. */
  set phoneTypes(value: List);
  get autocomplete(): string;
  /** Whether the browser may offer the user's own number. */
  set autocomplete(value: "on" | "off" | null | undefined);
  get timeout(): number;
  /** Milliseconds for a whole request. */
  set timeout(value: Integer);
  get disabled(): boolean;
  set disabled(value: boolean | null | undefined);
  get token(): undefined;
  /** Write-only: it cannot be read back. */
  set token(value: TokenSource | null | undefined);
  get phone(): PhoneFields | null;
  /** Fills the form and sets `phoneId`. */
  set phone(value: PhoneFields | null | undefined);
  get messages(): Messages;
  /** Texts in place of the form's own. */
  set messages(value: Messages | null | undefined);
  /** Whether something typed is not saved. */
  readonly dirty: boolean;
  /** Moves the focus to the number. */
  focus(): void;
  /** Saves, as the button does. */
  requestSubmit(): void;
  /** Brings the form back to what was saved last. */
  reset(): void;

  addEventListener<K extends keyof LeadPhoneFormEventMap>(
    type: K,
    listener: (this: LeadPhoneFormElement, event: LeadPhoneFormEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: HTMLElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** Its class. */
export interface LeadPhoneFormConstructor {
  new (): LeadPhoneFormElement;
  readonly prototype: LeadPhoneFormElement;
  readonly version: string;
  /** Where the WebAssembly is, if that is not beside the module. Set it before it is loaded. */
  wasmUrl: string | URL | null | undefined;
  /** Loads the WebAssembly before the first form is on the page. */
  preload(): Promise<void>;
}

/** The attributes, as a template writes them. `token` is none: everyone can read those. */
export interface LeadPhoneFormAttributes {
  "lead-id"?: Integer;
  "phone-id"?: Integer;
  "base-url"?: Text;
  "auth-scheme"?: "bearer" | "basic" | null | undefined;
  country?: Text;
  "preferred-countries"?: Text;
  locale?: Text;
  "phone-types"?: Text;
  autocomplete?: "on" | "off" | null | undefined;
  timeout?: Integer;
  disabled?: boolean | null | undefined;
}

/** The properties, as a framework sets them. */
export interface LeadPhoneFormProperties {
  leadId?: Integer;
  phoneId?: Integer;
  baseUrl?: string | URL | null | undefined;
  authScheme?: "bearer" | "basic" | null | undefined;
  country?: Text;
  preferredCountries?: List;
  locale?: Text;
  phoneTypes?: List;
  autocomplete?: "on" | "off" | null | undefined;
  timeout?: Integer;
  disabled?: boolean | null | undefined;
  token?: TokenSource | null | undefined;
  phone?: PhoneFields | null | undefined;
  messages?: Messages | null | undefined;
}

type Settings = LeadPhoneFormProperties & LeadPhoneFormAttributes;

/** React 19 hears an event by `on` and its name. */
export type ReactListeners = {
  [Name in keyof LeadPhoneFormEventMap as `on${Name}`]?: (
    event: LeadPhoneFormEventMap[Name],
  ) => void;
};

/** Vue hears an event by `@` and its name. */
export type VueListeners = {
  onLeadPhoneReady?: (event: CustomEvent<null>) => void;
  onLeadPhoneSubmit?: (event: CustomEvent<SubmitDetail>) => void;
  onLeadPhoneCreated?: (event: CustomEvent<Phone>) => void;
  onLeadPhoneUpdated?: (event: CustomEvent<Phone>) => void;
  onLeadPhoneError?: (event: CustomEvent<ErrorDetail>) => void;
};

/** The element as Vue's template checker sees a component. */
export type VueLeadPhoneForm = new () => LeadPhoneFormElement & {
  /** @deprecated Vue's types only; an element has none. */
  $props: Settings & VueListeners;
};

declare global {
  interface HTMLElementTagNameMap {
    "lead-phone-form": LeadPhoneFormElement;
  }

  interface HTMLElementEventMap extends LeadPhoneFormEventMap {}
  interface DocumentEventMap extends LeadPhoneFormEventMap {}
  interface WindowEventMap extends LeadPhoneFormEventMap {}

  interface CustomElementRegistry {
    get(name: "lead-phone-form"): LeadPhoneFormConstructor | undefined;
    whenDefined(name: "lead-phone-form"): Promise<LeadPhoneFormConstructor>;
  }
}

// What follows is of no account where the framework is not installed.

// @ts-ignore: React may not be there.
type ReactProps<T> = import("react").DetailedHTMLProps<import("react").HTMLAttributes<T>, T>;

// @ts-ignore: React may not be there.
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "lead-phone-form": ReactProps<LeadPhoneFormElement> & Settings & ReactListeners;
    }
  }
}

// @ts-ignore: Vue may not be there.
declare module "vue" {
  interface GlobalComponents {
    LeadPhoneForm: VueLeadPhoneForm;
    "lead-phone-form": VueLeadPhoneForm;
  }
}
