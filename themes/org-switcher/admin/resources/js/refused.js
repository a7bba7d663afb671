/** What the organization's attributes ask for in vain. */
import { h } from "./dom.js";
import { t } from "./messages.js";
import { alert } from "./patternfly.js";

export function refusedValues(page, { refusedDomains = [], refusedJoinMode, refusedSettings = [] }) {
  const refused = [
    ...refusedDomains.map(({ domain, message }) => [domain, message]),
    ...(refusedJoinMode ? [[refusedJoinMode.joinMode, refusedJoinMode.message]] : []),
    ...refusedSettings.map(({ value, message }) => [value, message]),
  ];
  return (
    refused.length > 0 &&
    alert("warning", t("orgSwitcherTabRefused"), {
      body: h(
        "ul",
        { class: "pf-v5-c-list" },
        refused.map(([value, message]) => h("li", {}, h("code", {}, value), " ", message)),
      ),
      actions: attributesLink(page),
    })
  );
}

/** The way to the console's own tab where attributes are changed. */
export function attributesLink({ realm, organizationId }) {
  const href = `#/${encodeURIComponent(realm)}/organizations/${encodeURIComponent(organizationId)}/attributes`;
  return h("a", { class: "pf-v5-c-button pf-m-link pf-m-inline", href }, t("orgSwitcherTabToAttributes"));
}
