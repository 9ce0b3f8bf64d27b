import "lead-phone-form";
import { useState } from "react";

const token = async () => (await fetch("/crm-token")).text();

export function LeadPhone({ lead }) {
  const [phone, setPhone] = useState(null);
  const [error, setError] = useState("");
  const show = (phone) => {
    setPhone(phone);
    setError("");
  };
  return (
    <>
      <lead-phone-form
        leadId={lead}
        baseUrl="https://crm.activix.ca/api/v2"
        token={token}
        phone={phone}
        onlead-phone-created={({ detail }) => show(detail)}
        onlead-phone-updated={({ detail }) => show(detail)}
        onlead-phone-error={({ detail }) => setError(detail.message)}
      >
        Loading…
      </lead-phone-form>
      <output>{[phone?.number, phone?.extension].filter(Boolean).join(" x ")}</output>
      <p role="alert">{error}</p>
      <button onClick={() => show(null)}>Another phone</button>
    </>
  );
}
