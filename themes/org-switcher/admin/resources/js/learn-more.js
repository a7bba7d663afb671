/** Links to the documentation, whose pages are in the same theme as the scripts: nothing has to be published elsewhere. */
import { h, icon, newId } from "./dom.js";
import { language, t } from "./messages.js";

/** Keycloak's own text, which it does not have in every language. */
const ENGLISH = "Learn more";

/**
 * @param {string} titleId the element that says what there is more to read about
 * @param {string} page in the folder of the scripts' folder, with the heading
 */
export function learnMore(titleId, page) {
  const id = newId();
  const text = t("learnMore");
  const fallsBack = text === ENGLISH && !language().startsWith("en");
  return h(
    "a",
    {
      id,
      class: "pf-v5-c-button pf-m-link pf-m-inline",
      href: new URL(`../${page}`, import.meta.url).href,
      hreflang: "en",
      target: "_blank",
      rel: "noopener noreferrer",
      "aria-labelledby": `${id} ${titleId}`,
    },
    fallsBack ? h("span", { lang: "en", dir: "ltr" }, text) : text,
    h("span", { class: "pf-v5-c-button__icon pf-m-end" }, icon("external")),
  );
}
