// A list of leads that changes its order. The templates are compiled in the browser; an
// application that is built by the Angular CLI leaves out the first import.

import "@angular/compiler";
import { Component, signal } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { LeadPhone } from "./lead-phone";

@Component({
  selector: "portal-root",
  imports: [LeadPhone],
  template: `
    <button (click)="isOpen.set(!isOpen())">{{ isOpen() ? "Close" : "Open" }}</button>
    <button (click)="next()">Next lead</button>
    @if (isOpen()) {
      <ul>
        @for (lead of leads(); track lead) {
          <li><lead-phone [lead]="lead" /></li>
        }
      </ul>
    }
  `,
})
class Portal {
  leads = signal([3387562, 3387611, 3387625]);
  isOpen = signal(true);

  next() {
    this.leads.update(([first, ...others]) => [...others, first]);
  }
}

await bootstrapApplication(Portal);
