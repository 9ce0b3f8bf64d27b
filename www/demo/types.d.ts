// The types that this page uses: the sandbox's and the widget's.

import type { LeadPhoneFormElement } from "../lead-phone-form.js";

export interface Lead {
  id: number;
  first_name: string;
  last_name: string;
  source: string;
  vehicle: string;
  phones: Phone[];
}

/** A phone as the sandbox returns it. */
export interface Phone {
  id: number;
  created_at: string;
  extension: number | null;
  number: string;
  updated_at: string;
  valid: boolean;
  /** `lead` and `mobile` are only in the API's 2018 revision. */
  lead?: { id: number };
  mobile?: boolean;
  /** `lead_id` and `type` are only in the later revision. */
  lead_id?: number;
  type?: string | null;
}

export type LeadPhoneForm = LeadPhoneFormElement;

export type MakePhoneForm = (lead: Lead, phone?: Phone) => LeadPhoneForm;

/** An order for the sandbox's next answers. The sandbox's README lists all keys. */
export interface Fault {
  times?: number;
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  delay?: number;
  drop?: boolean;
  cut?: boolean;
  stall?: boolean;
  after?: boolean;
  cors?: boolean;
}
