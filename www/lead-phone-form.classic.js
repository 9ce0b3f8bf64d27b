// Loads the module beside this file, for pages that allow only classic scripts. A page may include
// it anywhere, more than once, and together with the module.
(function () {
  "use strict";
  // `currentScript` is set only while the script itself runs.
  var script = document.currentScript;
  if (!(script instanceof HTMLScriptElement) || !script.src) {
    console.error("lead-phone-form.classic.js has to be loaded by a <script> with a src.");
    return;
  }
  var url = new URL("lead-phone-form.js", script.src).href;
  import(url).catch(function (error) {
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
