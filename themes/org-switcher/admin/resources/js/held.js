/** Which organizations hold which domain, in all of the realm. */
import { h } from "./dom.js";
import { PagedList } from "./list.js";
import { t } from "./messages.js";
import { organizationLink } from "./organization-link.js";
import { sourceLabel, verificationLabel } from "./ownership.js";
import { card, table } from "./patternfly.js";

export function heldCard(page) {
  const heads = [t("orgSwitcherTabDomain"), t("orgSwitcherTabOrganization"), t("orgSwitcherTabSource"), t("orgSwitcherTabVerification")];
  const row = (held) => [
    h("span", { class: "org-switcher-name" }, held.domain),
    organizationLink(page, held.organization),
    sourceLabel(held),
    verificationLabel(held),
  ];
  const list = new PagedList({
    load: (parameters) => page.api.get("org-switcher/domains", parameters),
    show: (domains) => table(t("orgSwitcherTabDomains"), heads, domains.map(row)),
    searchLabel: t("orgSwitcherTabDomainSearch"),
    pagesLabel: t("orgSwitcherTabDomainPages"),
    none: t("orgSwitcherTabDomainNone"),
    page,
  });
  list.reload();
  return card(t("orgSwitcherTabDomains"), t("orgSwitcherTabHeldHelp"), h("div", { "data-testid": "org-switcher-held" }, list.element));
}
