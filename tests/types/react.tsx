// A host in React. It only has to compile.

import "lead-phone-form";
import type { LeadPhoneFormElement, Phone } from "lead-phone-form";
import { LeadPhoneForm } from "lead-phone-form/react";
import { useRef } from "react";

export function AddPhone(properties: { lead: number; token: () => Promise<string>; phone?: Phone }) {
  const form = useRef<LeadPhoneFormElement>(null);
  return (
    <>
      <lead-phone-form
        ref={form}
        className="phone"
        leadId={properties.lead}
        token={properties.token}
        phone={properties.phone}
        phoneTypes={["home", "work"]}
        countries={["CA", "US"]}
        onlead-phone-created={({ detail }) => console.log(detail.id, form.current?.dirty)}
        onlead-phone-error={({ detail }) => console.log(detail.kind)}
      >
        Loading…
      </lead-phone-form>
      <lead-phone-form lead-id="3387562" base-url="/api/v2" preferred-countries="CA US" countries="CA US" />
      {/* @ts-expect-error: an id is an integer, or the text of one */}
      <lead-phone-form leadId={{}} />
      {/* @ts-expect-error: the token is a string or a function */}
      <lead-phone-form token={7} />
      {/* @ts-expect-error: the event has another detail */}
      <lead-phone-form onlead-phone-created={(event: CustomEvent<number>) => console.log(event)} />
    </>
  );
}

export function AddPhoneAnywhere(properties: { token: () => Promise<string>; phone?: Phone }) {
  const form = useRef<LeadPhoneFormElement>(null);
  return (
    <>
      <LeadPhoneForm
        ref={form}
        className="phone"
        aria-label="A phone"
        name="phone"
        leadId={3387562}
        token={properties.token}
        phone={properties.phone}
        locale={undefined}
        countries={["CA", "US"]}
        onCreated={({ detail }) => console.log(detail.id, form.current?.dirty)}
        onSubmit={(event) => event.preventDefault()}
        onChange={({ detail }) => console.log(detail.number)}
        onError={({ detail }) => console.log(detail.kind)}
        onClick={(event) => console.log(event.currentTarget.leadId)}
      >
        Loading…
      </LeadPhoneForm>
      {/* @ts-expect-error: there is no such listener */}
      <LeadPhoneForm onSaved={() => {}} />
      {/* @ts-expect-error: an id is a number */}
      <LeadPhoneForm onUpdated={({ detail }) => detail.id.trim()} />
      {/* @ts-expect-error: the token is a string or a function */}
      <LeadPhoneForm token={7} />
    </>
  );
}
