// A form in React around one of the fields that there are for it.

import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

import { run, save } from "./host.js";

/**
 * Makes the page's forms.
 * @param {(props: { id: string, value: string, onChange: (value?: string) => void }) => unknown} PhoneField
 * @param {(number: string) => boolean} isValid
 */
export function makeForms(PhoneField, isValid) {
  /** @param {{ id: string, ready: () => void }} props */
  function Form({ id, ready }) {
    const [number, setNumber] = useState("");
    const [extension, setExtension] = useState("");
    const [mobile, setMobile] = useState(false);
    const [saving, setSaving] = useState(false);
    const [message, setMessage] = useState("");
    useEffect(() => ready(), []);

    /** @param {Event} event */
    const submit = async (event) => {
      event.preventDefault();
      if (!number || !isValid(number)) {
        setMessage("This is not a phone number.");
        return;
      }
      setSaving(true);
      setMessage("Saving…");
      try {
        await save({ number, extension, mobile });
        setMessage("Saved.");
      } catch (error) {
        setMessage(String(error));
      }
      setSaving(false);
    };
    return (
      <form noValidate onSubmit={submit}>
        <label htmlFor={id}>Phone number</label>
        <PhoneField id={id} value={number} onChange={(value) => setNumber(value ?? "")} />
        <label>
          Extension{" "}
          <input
            name="extension"
            inputMode="numeric"
            maxLength={7}
            value={extension}
            onChange={(/** @type {any} */ event) => setExtension(event.target.value)}
          />
        </label>
        <label>
          <input
            name="mobile"
            type="checkbox"
            checked={mobile}
            onChange={(/** @type {any} */ event) => setMobile(event.target.checked)}
          />{" "}
          Mobile phone
        </label>
        <button disabled={saving}>Save</button>
        <output>{message}</output>
      </form>
    );
  }

  let made = 0;
  run((count, place, ready) => {
    const forms = Array.from({ length: count }, () => {
      const id = `number-${(made += 1)}`;
      return <Form key={id} id={id} ready={ready} />;
    });
    const root = document.createElement("div");
    place.append(root);
    createRoot(root).render(forms);
  });
}
