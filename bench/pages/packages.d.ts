// Stands in for the packages, which are not there where the types are checked: what is checked is
// the use of our own modules.

declare module "google-libphonenumber";
declare module "intl-tel-input/intlTelInputWithUtils";
declare module "intl-tel-input/styles";
declare module "libphonenumber-js/*";
declare module "react";
declare module "react-dom/client";
declare module "react-international-phone";
declare module "react-international-phone/style.css";
declare module "react-phone-number-input";
declare module "react-phone-number-input/style.css";
declare module "vue";
declare module "vue-tel-input";
declare module "vue-tel-input/vue-tel-input.css";

declare namespace JSX {
  interface IntrinsicAttributes {
    key?: string;
  }
  interface IntrinsicElements {
    [name: string]: any;
  }
}
