// The types that this page goes by: the sandbox's, and as much of the widget's as is used here.

export interface Lead {
  id: number;
  first_name: string;
  last_name: string;
  source: string;
  vehicle: string;
  phones: Phone[];
}

/** A phone as the API returns it. */
export interface Phone {
  id: number;
  created_at: string;
  extension: number | null;
  number: string;
  updated_at: string;
  valid: boolean;
  /** Of the revision that this page was made for. */
  lead?: { id: number };
  mobile?: boolean;
  /** Of the later one. */
  lead_id?: number;
  type?: string | null;
}

export interface LeadPhoneForm extends HTMLElement {
  token: () => Promise<string>;
  phone: Phone | null;
  locale: string;
  readonly dirty: boolean;
}

export interface LeadPhoneFormClass extends CustomElementConstructor {
  preload(): Promise<void>;
}

export type MakePhoneForm = (lead: Lead, phone?: Phone) => LeadPhoneForm;

/** An order of the sandbox for its next answers; its README has all keys. */
export interface Fault {
  times?: number;
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  delay?: number;
  drop?: boolean;
  cut?: boolean;
}

declare global {
  interface HTMLElementTagNameMap {
    "lead-phone-form": LeadPhoneForm;
  }
  interface DocumentEventMap {
    "lead-phone-ready": CustomEvent<null>;
    "lead-phone-submit": CustomEvent<object>;
    "lead-phone-created": CustomEvent<Phone>;
    "lead-phone-updated": CustomEvent<Phone>;
    "lead-phone-error": CustomEvent<object>;
  }
}
