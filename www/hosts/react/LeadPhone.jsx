import { LeadPhoneForm } from "lead-phone-form/react";
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
      <LeadPhoneForm
        leadId={lead}
        baseUrl="https://crm.activix.ca/api/v2"
        token={token}
        phone={phone}
        onCreated={({ detail }) => show(detail)}
        onUpdated={({ detail }) => show(detail)}
        onError={({ detail }) => setError(detail.message)}
      >
        Loading…
      </LeadPhoneForm>
      <output>{[phone?.number, phone?.extension].filter(Boolean).join(" x ")}</output>
      <p role="alert">{error}</p>
      <button onClick={() => show(null)}>Another phone</button>
    </>
  );
}
