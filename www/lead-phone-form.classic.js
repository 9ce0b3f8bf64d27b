// Loads the module beside this file, for pages that allow only classic scripts. A page may include
// it anywhere, more than once, and together with the module. Where it is combined with other scripts
// or evaluated, the page says where the module is.
(function () {
  "use strict";
  // `currentScript` is set only while the script itself runs.
  var script = document.currentScript;
  var tag = document.querySelector("script[data-module-url]");
  /** @type {string | undefined} */
  var told =
    (tag && tag.getAttribute("data-module-url")) ||
    /** @type {any} */ (window).leadPhoneFormModuleUrl;
  var base = told ? document.baseURI : script instanceof HTMLScriptElement && script.src;
  var url = told || "lead-phone-form.js";
  new Promise(function (resolve) {
    // Without a base this throws.
    url = new URL(url, base || "").href;
    resolve(import(url));
  }).catch(function (error) {
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", tell);
    } else {
      tell();
    }

    // The element is not defined, so this script raises the event on each tag.
    function tell() {
      cause(error).then(function (sentence) {
        document.querySelectorAll("lead-phone-form:not(:defined)").forEach(function (form) {
          var message = "The phone form could not be loaded: " + sentence;
          form.dispatchEvent(
            new CustomEvent("lead-phone-error", {
              bubbles: true,
              composed: true,
              detail: { kind: "load", operation: null, status: null, message: message, errors: null },
            }),
          );
        });
      });
    }
  });

  /** Finds out why the import failed, since its error may not say. @param {Error} error @returns {Promise<string>} */
  function cause(error) {
    if (!base) {
      var sentence =
        "this script does not know where " + url + " is. Put data-module-url on a <script>, or set leadPhoneFormModuleUrl before.";
      // Nothing else on the console says that something is missing.
      console.error("lead-phone-form.classic.js: " + sentence);
      return Promise.resolve(sentence);
    }
    if (error instanceof SyntaxError) {
      return Promise.resolve("this browser is too old.");
    }
    if (!navigator.onLine) {
      return Promise.resolve("the browser is offline.");
    }
    return fetch(url).then(
      function (answer) {
        if (!answer.ok) {
          return url + " answered " + answer.status + ".";
        }
        var type = answer.headers.get("content-type");
        return /javascript/.test(String(type))
          ? error.message
          : url + " was served as " + type + ", not as text/javascript.";
      },
      function () {
        return url + " could not be reached. The network, the page's policy or a missing Access-Control-Allow-Origin may be the reason.";
      },
    );
  }
})();
