// The types of <lead-phone-form>. The module defines the element and exports no values. Import the
// types with `import type { Phone } from "lead-phone-form"`, and get the class with
// `customElements.get("lead-phone-form")`.

/** The declared fields of a phone. */
export interface PhoneFields {
  id: number;
  /** The number in E.164, such as `+15142223344`. */
  number?: string | null;
  extension?: number | string | null;
  /** Only in the API's 2018 revision. */
  mobile?: boolean;
  /** Only in the API's later revision, in place of `mobile`. */
  type?: string | null;
  /** Whether the API considers the number valid. */
  valid?: boolean;
  /** Only in the API's 2018 revision. */
  lead?: { id: number; [field: string]: unknown };
  /** Only in the API's later revision, in place of `lead`. */
  lead_id?: number;
  created_at?: string;
  updated_at?: string;
}

/** A phone as the API returned it, with every field of the answer, declared here or not. */
export interface Phone extends PhoneFields {
  [field: string]: unknown;
}

/** The request body. An update leaves out fields that the form does not know and the user did not
 * change. */
export interface PhoneBody {
  lead_id?: number;
  extension?: number | null;
  mobile?: boolean;
  type?: string;
  number?: string;
}

export type Operation = "create" | "update";

/** Why the form asks for a token: it has none yet, or the API has refused the last one. */
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
  /** The save that failed, or null if the error is not about a save. */
  operation: Operation | null;
  /** The HTTP status, or null if there was no answer. */
  status: number | null;
  /** The sentence that the form shows. */
  message: string;
  /** The API's messages, by field. */
  errors: Record<string, string[]> | null;
}

/** What stands in the form now. */
export interface Entry {
  /** The number in E.164, if it is possible. */
  number: string | null;
  /** The country that is shown, as an ISO 3166-1 alpha-2 code. */
  country: string;
  /** The extension, as typed. */
  extension: string;
  /** Without `phone-types`. */
  mobile?: boolean;
  /** With `phone-types`. */
  type?: string;
  possible: boolean;
  valid: boolean;
  /** Whether the number is possible, in a word of libphonenumber. */
  reason:
    | "IS_POSSIBLE"
    | "IS_POSSIBLE_LOCAL_ONLY"
    | "INVALID_COUNTRY_CODE"
    | "INVALID_LENGTH"
    | "TOO_SHORT"
    | "TOO_LONG"
    | "NOT_A_NUMBER"
    | null;
  /** The number's type, in a word of libphonenumber. */
  numberType: string | null;
  dirty: boolean;
}

/** A save that was refused at a field before anything was sent. */
export interface RefusedDetail {
  field: "number" | "extension" | "mobile";
  /** The key of the sentence. */
  reason: MessageKey;
  /** The sentence that the form shows. */
  message: string;
}

/** What `save()` resolves to. */
export type SaveResult =
  | { outcome: "created" | "updated"; detail: Phone }
  | { outcome: "error"; detail: ErrorDetail }
  | { outcome: "refused"; detail: RefusedDetail }
  | { outcome: "stopped"; detail: null };

/** The events by name. All of them bubble and cross shadow roots. */
export interface LeadPhoneFormEventMap {
  "lead-phone-ready": CustomEvent<null>;
  /** `preventDefault()` stops the request. */
  "lead-phone-submit": CustomEvent<SubmitDetail>;
  "lead-phone-created": CustomEvent<Phone>;
  "lead-phone-updated": CustomEvent<Phone>;
  "lead-phone-error": CustomEvent<ErrorDetail>;
  /** At most once a frame. */
  "lead-phone-change": CustomEvent<Entry>;
  "lead-phone-refused": CustomEvent<RefusedDetail>;
}

/** The plural categories of Unicode CLDR. A language has some of them; English has one and other. */
export type PluralCategory = "zero" | "one" | "two" | "few" | "many" | "other";

/** The texts with a count. `messages` may have other words for each plural category. */
type CountedMessageKey =
  | "too-short"
  | "too-long"
  | "length-unknown"
  | "country-not-allowed"
  | "country-not-allowed-more"
  | "next-of-several"
  | "several-pasted"
  | "countries-found"
  | "trying-again-in"
  | "save-again-in"
  | "save-again-in-minutes";

/** The keys of the texts that `messages` may replace. */
export type MessageKey =
  | "country"
  | "countries"
  | "close"
  | "number"
  | "extension"
  | "optional"
  | "mobile"
  | "type"
  | "type-home"
  | "type-work"
  | "type-mobile"
  | "product"
  | "submit"
  | "saving"
  | "created"
  | "updated"
  | "saved-not-valid"
  | "with-extension"
  | "edit"
  | "cancel-edit"
  | "editing"
  | "not-saved"
  | "put-back"
  | "number-missing"
  | "not-a-number"
  | "calling-code-unknown"
  | "too-short"
  | "too-long"
  | "length-unknown"
  | "area-code-missing"
  | "country-not-allowed"
  | "country-not-allowed-more"
  | "plan-missing"
  | "save-anyway"
  | "did-you-mean"
  | "next"
  | "next-of-several"
  | "hint"
  | "will-be-saved"
  | "not-in-use"
  | "plan-loading"
  | "several-pasted"
  | "left-out"
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
  | "entry-kept"
  | "perhaps-saved"
  | "saved-earlier"
  | "still-saving"
  | "trying-again"
  | "trying-again-in"
  | "save-again-in"
  | "save-again-in-minutes"
  | "save-again-now"
  | "now-country"
  | "now-mobile"
  | "now-not-mobile"
  | "now-extension"
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

export type Messages = Partial<
  Record<MessageKey | `${CountedMessageKey}-${PluralCategory}`, string | null | undefined>
>;

/** The names of the form's parts, for `::part()`. */
export type LeadPhoneFormPart =
  | "form"
  | "row"
  | "field"
  | "field-country"
  | "field-number"
  | "field-extension"
  | "field-mobile"
  | "field-type"
  | "label"
  | "label-country"
  | "label-number"
  | "label-extension"
  | "label-mobile"
  | "label-type"
  | "help"
  | "error"
  | "status"
  | "save-anyway"
  | "chevron"
  | "list"
  | "option"
  | "option-active"
  | "country"
  | "number"
  | "extension"
  | "mobile"
  | "type"
  | "submit";

/** The states of the form, for `:state()`. */
export type LeadPhoneFormState =
  | "saving"
  | "saved"
  | "dirty"
  | "invalid"
  | "warning"
  | "offline";

/** The custom properties that style the form. */
export type LeadPhoneFormCustomProperty =
  | "--lead-phone-accent"
  | "--lead-phone-on-accent"
  | "--lead-phone-background"
  | "--lead-phone-border"
  | "--lead-phone-color"
  | "--lead-phone-error"
  | "--lead-phone-warning"
  | "--lead-phone-success"
  | "--lead-phone-help"
  | "--lead-phone-gap"
  | "--lead-phone-radius"
  | "--lead-phone-control-height";

type Integer = number | string | null | undefined;
type List = readonly string[] | string | null | undefined;
type Text = string | null | undefined;

/** The element. */
export interface LeadPhoneFormElement extends HTMLElement {
  get leadId(): number | null;
  /** The id of the lead that a new phone is saved to. */
  set leadId(value: Integer);
  get phoneId(): number | null;
  /** The id of the phone to update. */
  set phoneId(value: Integer);
  get baseUrl(): string;
  /** The base URL of the API. */
  set baseUrl(value: string | URL | null | undefined);
  get tokenUrl(): string | null;
  /** Where the page's own server gives out a token. */
  set tokenUrl(value: string | URL | null | undefined);
  get authScheme(): string;
  /** The authentication scheme, which is sent before the token. */
  set authScheme(value: "bearer" | "basic" | null | undefined);
  get country(): string;
  /** The country that is selected at first, as an ISO 3166-1 alpha-2 code. */
  set country(value: Text);
  get preferredCountries(): string[];
  /** The countries at the top of the list. */
  set preferredCountries(value: List);
  get countries(): string[];
  /** The only countries in the list, whose numbers can be saved. An empty list allows all. */
  set countries(value: List);
  get locale(): string;
  /** The locale of the form, as a BCP 47 language tag. */
  set locale(value: Text);
  get phoneTypes(): string[];
  /** The phone types to choose from, for the API's later revision. */
  set phoneTypes(value: List);
  get fields(): string[];
  /** The optional fields that are shown, of `extension` and `mobile`. */
  set fields(value: List);
  get loading(): "eager" | "lazy";
  /** Whether the WebAssembly is fetched only when the form is approached. */
  set loading(value: "eager" | "lazy" | null | undefined);
  get autocomplete(): string;
  /** Whether the browser may fill in the user's own number. */
  set autocomplete(value: "on" | "off" | null | undefined);
  get timeout(): number;
  /** The time limit for a whole request, in milliseconds. */
  set timeout(value: Integer);
  get flags(): boolean;
  /** Whether a flag is beside each country. */
  set flags(value: boolean | null | undefined);
  get disabled(): boolean;
  set disabled(value: boolean | null | undefined);
  get token(): undefined;
  /** Write-only: it cannot be read back. */
  set token(value: TokenSource | null | undefined);
  get phone(): PhoneFields | null;
  /** Fills the form and sets `phoneId`. */
  set phone(value: PhoneFields | null | undefined);
  get messages(): Messages;
  /** Texts that replace the form's own. */
  set messages(value: Messages | null | undefined);
  /** Whether the user has typed something that is not saved. */
  readonly dirty: boolean;
  /** What stands in the form now. */
  readonly entry: Entry;
  /** Moves the focus to the number field. */
  focus(): void;
  /** Saves, as the button does. */
  requestSubmit(): void;
  /** Saves, as the button does. The promise never rejects. */
  save(): Promise<SaveResult>;
  /** Restores the values that were saved last. */
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

/** The class of the element. */
export interface LeadPhoneFormConstructor {
  new (): LeadPhoneFormElement;
  readonly prototype: LeadPhoneFormElement;
  readonly version: string;
  readonly formAssociated: true;
  /** The address of the WebAssembly, if it is not beside the module. Set it before loading starts. */
  wasmUrl: string | URL | null | undefined;
  get defaults(): LeadPhoneFormProperties;
  /** The properties of every form of the page that has not set them. */
  set defaults(value: LeadPhoneFormProperties | null | undefined);
  /** Loads the WebAssembly before the first form is on the page. */
  preload(): Promise<void>;
}

/** The attributes, as a template writes them. `token` is not one, because any script can read
 * attributes. */
export interface LeadPhoneFormAttributes {
  "lead-id"?: Integer;
  "phone-id"?: Integer;
  "base-url"?: Text;
  "token-url"?: Text;
  "auth-scheme"?: "bearer" | "basic" | null | undefined;
  country?: Text;
  "preferred-countries"?: Text;
  countries?: List;
  locale?: Text;
  "phone-types"?: Text;
  fields?: List;
  loading?: "eager" | "lazy" | null | undefined;
  autocomplete?: "on" | "off" | null | undefined;
  timeout?: Integer;
  flags?: boolean | null | undefined;
  disabled?: boolean | null | undefined;
}

/** The properties, as a framework sets them. */
export interface LeadPhoneFormProperties {
  leadId?: Integer;
  phoneId?: Integer;
  baseUrl?: string | URL | null | undefined;
  tokenUrl?: string | URL | null | undefined;
  authScheme?: "bearer" | "basic" | null | undefined;
  country?: Text;
  preferredCountries?: List;
  countries?: List;
  locale?: Text;
  phoneTypes?: List;
  fields?: List;
  loading?: "eager" | "lazy" | null | undefined;
  autocomplete?: "on" | "off" | null | undefined;
  timeout?: Integer;
  flags?: boolean | null | undefined;
  disabled?: boolean | null | undefined;
  token?: TokenSource | null | undefined;
  phone?: PhoneFields | null | undefined;
  messages?: Messages | null | undefined;
}

type Settings = LeadPhoneFormProperties & LeadPhoneFormAttributes;

/** The listeners in React 19, which prefixes the event's name with `on`. */
export type ReactListeners = {
  [Name in keyof LeadPhoneFormEventMap as `on${Name}`]?: (
    event: LeadPhoneFormEventMap[Name],
  ) => void;
};

/** The listeners in Vue, which templates write as `@` and the event's name. */
export type VueListeners = {
  onLeadPhoneReady?: (event: CustomEvent<null>) => void;
  onLeadPhoneSubmit?: (event: CustomEvent<SubmitDetail>) => void;
  onLeadPhoneCreated?: (event: CustomEvent<Phone>) => void;
  onLeadPhoneUpdated?: (event: CustomEvent<Phone>) => void;
  onLeadPhoneError?: (event: CustomEvent<ErrorDetail>) => void;
  onLeadPhoneChange?: (event: CustomEvent<Entry>) => void;
  onLeadPhoneRefused?: (event: CustomEvent<RefusedDetail>) => void;
};

/** The element as a component for Vue's template checker. */
export type VueLeadPhoneForm = new () => LeadPhoneFormElement & {
  /** @deprecated Only for Vue's types. The element has no such property. */
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

// The declarations below have no effect if the framework is not installed.

// @ts-ignore: React may not be installed.
type ReactProps<T> = import("react").DetailedHTMLProps<import("react").HTMLAttributes<T>, T>;

// @ts-ignore: React may not be installed.
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "lead-phone-form": ReactProps<LeadPhoneFormElement> & Settings & ReactListeners;
    }
  }
}

// @ts-ignore: Vue may not be installed.
declare module "vue" {
  interface GlobalComponents {
    LeadPhoneForm: VueLeadPhoneForm;
    "lead-phone-form": VueLeadPhoneForm;
  }
}
