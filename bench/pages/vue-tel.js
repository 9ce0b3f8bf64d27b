// Vue with vue-tel-input.

import { createApp, h, onMounted, reactive } from "vue";
import VueTelInputPlugin, { VueTelInput } from "vue-tel-input";
import "vue-tel-input/vue-tel-input.css";

import { run, save } from "./host.js";

const Form = {
  props: ["id", "ready"],
  /** @param {{ id: string, ready: () => void }} props */
  setup(props) {
    const state = reactive({
      text: "",
      number: "",
      valid: false,
      extension: "",
      mobile: false,
      saving: false,
      message: "",
    });
    onMounted(() => props.ready());

    /** @param {{ valid?: boolean, number?: string } | undefined} read */
    const take = (read) => {
      state.valid = read?.valid ?? false;
      state.number = read?.number ?? "";
    };
    /** @param {Event} event */
    const submit = async (event) => {
      event.preventDefault();
      if (!state.valid) {
        state.message = "This is not a phone number.";
        return;
      }
      state.saving = true;
      state.message = "Saving…";
      try {
        await save(state);
        state.message = "Saved.";
      } catch (error) {
        state.message = String(error);
      }
      state.saving = false;
    };
    return () =>
      h("form", { novalidate: true, onSubmit: submit }, [
        h("label", { for: props.id }, "Phone number"),
        h(VueTelInput, {
          modelValue: state.text,
          "onUpdate:modelValue": (/** @type {string} */ text) => (state.text = text),
          onOnInput: (/** @type {string} */ _, /** @type {object} */ read) => read && take(read),
          onValidate: take,
          autoDefaultCountry: false,
          defaultCountry: "CA",
          mode: "auto",
          inputOptions: { id: props.id, name: "number", type: "tel", autocomplete: "tel" },
        }),
        h("label", [
          "Extension ",
          h("input", {
            name: "extension",
            inputmode: "numeric",
            maxlength: 7,
            value: state.extension,
            onInput: (/** @type {any} */ event) => (state.extension = event.target.value),
          }),
        ]),
        h("label", [
          h("input", {
            name: "mobile",
            type: "checkbox",
            checked: state.mobile,
            onChange: (/** @type {any} */ event) => (state.mobile = event.target.checked),
          }),
          " Mobile phone",
        ]),
        h("button", { disabled: state.saving }, "Save"),
        h("output", state.message),
      ]);
  },
};

let made = 0;
run((count, place, ready) => {
  const forms = Array.from({ length: count }, () => `number-${(made += 1)}`);
  const root = document.createElement("div");
  place.append(root);
  createApp(() => forms.map((id) => h(Form, { key: id, id, ready })))
    .use(VueTelInputPlugin)
    .mount(root);
});
