// The types that this page goes by: the sandbox's, and the widget's own.

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
  /** Of the revision that this page was made for. */
  lead?: { id: number };
  mobile?: boolean;
  /** Of the later one. */
  lead_id?: number;
  type?: string | null;
}

export type LeadPhoneForm = LeadPhoneFormElement;

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
