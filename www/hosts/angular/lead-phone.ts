import "lead-phone-form";
import type { Phone } from "lead-phone-form";
import { Component, CUSTOM_ELEMENTS_SCHEMA, Input, signal } from "@angular/core";

@Component({
  selector: "lead-phone",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <lead-phone-form
      [leadId]="lead"
      base-url="https://crm.activix.ca/api/v2"
      [token]="token"
      [phone]="phone()"
      (lead-phone-created)="show($event.detail)"
      (lead-phone-updated)="show($event.detail)"
      (lead-phone-error)="error.set($event.detail.message)"
    >
      Loading…
    </lead-phone-form>
    <output>{{ summary() }}</output>
    <p role="alert">{{ error() }}</p>
    <button (click)="show(null)">Another phone</button>
  `,
})
export class LeadPhone {
  @Input() lead?: number;
  phone = signal<Phone | null>(null);
  error = signal("");
  token = async () => (await fetch("/crm-token")).text();

  show(phone: Phone | null) {
    this.phone.set(phone);
    this.error.set("");
  }

  summary() {
    const phone = this.phone();
    return [phone?.number, phone?.extension].filter(Boolean).join(" x ");
  }
}
