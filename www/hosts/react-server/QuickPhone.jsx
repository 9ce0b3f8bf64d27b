// A form whose language and words change, with a ref and a listener that is another at each render.

import { LeadPhoneForm } from "lead-phone-form/react";
import { useRef, useState } from "react";

const WORDS = { submit: "Ajouter" };

export function QuickPhone({ lead }) {
  const form = useRef(null);
  const [isFrench, setIsFrench] = useState(false);
  const [refusal, setRefusal] = useState("");
  return (
    <section>
      <LeadPhoneForm
        ref={form}
        className="quick"
        aria-label="Quick phone"
        leadId={lead}
        token="a-secret-token"
        preferredCountries={["CA", "FR"]}
        fields={["extension"]}
        locale={isFrench ? "fr" : undefined}
        messages={isFrench ? WORDS : undefined}
        onRefused={({ detail }) => setRefusal(`${isFrench ? "French" : "English"}: ${detail.reason}`)}
        onClick={() => setRefusal("")}
      />
      <p id="refusal">{refusal}</p>
      <button onClick={() => setIsFrench(!isFrench)}>Language</button>
      <button onClick={() => form.current.focus()}>Phone</button>
      <button onClick={() => form.current.requestSubmit()}>Save quickly</button>
    </section>
  );
}
