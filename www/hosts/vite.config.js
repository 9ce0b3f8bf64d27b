// How Vite builds the hosts of this folder, each with its own folder as the root.

import { svelte } from "@sveltejs/vite-plugin-svelte";
import vue from "@vitejs/plugin-vue";

export default {
  plugins: [
    // Or Vue would look for a component of this name.
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === "lead-phone-form" } } }),
    svelte(),
  ],
};
