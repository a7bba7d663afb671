/** Which organizations hold which domain, in all of the realm. */
import { columnsOf } from "./csv.js";
import { h } from "./dom.js";
import { policyColumns, policyRecord } from "./domain-policy.js";
import { PagedList } from "./list.js";
import { t } from "./messages.js";
import { organizationLink } from "./organization-link.js";
import { sourceLabel, verificationLabel } from "./ownership.js";
import { card, table } from "./patternfly.js";
import { transfer } from "./transfer.js";

/** @returns {{element: HTMLElement, reload: function(): Promise}} */
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
    count: (parameters) => page.api.get("org-switcher/domains/count", parameters),
    show: (domains) => table(t("orgSwitcherTabDomains"), heads, domains.map(row)),
    label: t("orgSwitcherTabDomains"),
    searchLabel: t("orgSwitcherTabDomainSearch"),
    pagesLabel: t("orgSwitcherTabDomainPages"),
    none: t("orgSwitcherTabDomainNone"),
    page,
  });
  list.reload();
  const file = transfer(page, {
    name: "allowed-domains",
    read: rowsOfMany,
    columns: ["organization", "domain", ...policyColumns],
    path: "org-switcher/domains",
    write: ({ organization, ...held }) => [organization.alias, held.domain, ...policyRecord(held)],
    imported: () => list.reset(),
  });
  const about = { title: t("orgSwitcherTabDomains"), help: t("orgSwitcherTabHeldHelp"), more: "README.html#tell-who-gets-in" };
  return { element: card(about, list.element, file), reload: () => list.reload() };
}

/** A file for many organizations says of each row whose it is. */
function rowsOfMany([header, ...rows]) {
  return columnsOf(header).includes("organization") ? { header, rows } : { refusal: t("orgSwitcherImportColumns") };
}
