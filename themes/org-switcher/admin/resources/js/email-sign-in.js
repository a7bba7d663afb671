/** How people sign in by email: each flow in use that has the step, and what its settings come to. They are changed there. */
import { h } from "./dom.js";
import { t } from "./messages.js";
import { alert, card } from "./patternfly.js";

/** @param {Array} flows as GET setup has them; nothing is shown where there is none */
export function emailSignInCard(page, flows) {
  return (
    flows.length > 0 &&
    card(
      { title: t("orgSwitcherTabSetupEmail"), help: t("orgSwitcherTabEmailHelp"), more: "docs/passwordless.html#settings" },
      h("div", { class: "org-switcher-notices", "data-testid": "org-switcher-email-sign-in" }, flows.map((flow) => flowPart(page, flow))),
    )
  );
}

function flowPart({ realm }, { flow, flowId, settings }) {
  const href = `#/${encodeURIComponent(realm)}/authentication/${encodeURIComponent(flowId)}/-`;
  const wrong = settings.filter(({ message }) => message);
  return h(
    "section",
    { "aria-label": flow },
    h("h3", { class: "pf-v5-c-title pf-m-md" }, h("a", { href, class: "org-switcher-name" }, flow)),
    wrong.length > 0 &&
      alert("warning", t("orgSwitcherTabSetupWarnings"), {
        body: h("ul", { class: "pf-v5-c-list" }, wrong.map(({ label, message }) => h("li", {}, t("orgSwitcherLabelled", label, message)))),
      }),
    h(
      "details",
      { class: "org-switcher-proof" },
      h("summary", {}, t("orgSwitcherTabEmailSettings"), h("span", { class: "pf-v5-u-screen-reader" }, ` ${flow}`)),
      h("dl", { class: "org-switcher-terms" }, settings.map(({ label, value }) => h("div", {}, h("dt", {}, label), h("dd", {}, inWords(value))))),
    ),
  );
}

function inWords(value) {
  const words = { "": "orgSwitcherTabOff", true: "orgSwitcherTabOn", false: "orgSwitcherTabOff" };
  return words[value] ? t(words[value]) : value;
}
