/** Allowed domains: add, remove, and prove that they are the organization's own. */
import { columnsOf } from "./csv.js";
import { h } from "./dom.js";
import { domainForm } from "./domain-form.js";
import { domainPolicy, policyColumns, policyRecord } from "./domain-policy.js";
import { PagedList } from "./list.js";
import { dateText, t } from "./messages.js";
import { ownDomains } from "./own-domains.js";
import { sourceLabel } from "./ownership.js";
import { busy, button, card, confirmed, table } from "./patternfly.js";
import { Picked } from "./picked.js";
import { ownership } from "./proof.js";
import { attributesLink } from "./refused.js";
import { transfer } from "./transfer.js";

export function domainsCard(page) {
  const path = `${page.path}/domains`;
  const pathOf = (domain) => `${path}/${encodeURIComponent(domain)}`;
  const picked = new Picked(page, (domains) =>
    list.changeAll(
      domains.map((domain) => [domain, () => page.api.delete(pathOf(domain))]),
      (count) => t("orgSwitcherTabDomainsRemoved", count),
    ),
  );
  const list = new PagedList({
    load: (parameters) => page.api.get(path, parameters),
    count: (parameters) => page.api.get(`${path}/count`, parameters),
    show: (domains) => {
      picked.begin();
      return domainTable(page, path, domains, list, picked);
    },
    searchLabel: t("orgSwitcherTabDomainSearch"),
    pagesLabel: t("orgSwitcherTabDomainPages"),
    none: page.organization ? t("orgSwitcherTabDomainNoneYet", page.organization.name) : t("orgSwitcherTabDomainNone"),
    filters: page.canManage ? [picked.element] : [],
    changed: () => own.update(),
    page,
  });
  const added = () => Promise.all([list.reset(), own.update()]);
  const own = ownDomains(page, path, added);
  page.proposeOwn = own.proposed;
  list.reload();
  if (page.canManage) {
    own.update();
  }
  return card(
    { title: t("orgSwitcherTabDomains"), help: t("orgSwitcherTabDomainsHelp"), more: "README.html#tell-who-gets-in" },
    own.element,
    page.canManage && domainForm(page, path, added),
    list.element,
    transfer(page, {
      name: "allowed-domains",
      read: (lines) => rowsOfOne(page, lines),
      columns: ["domain", ...policyColumns],
      path,
      write: (domain) => [domain.domain, ...policyRecord(domain)],
      imported: added,
    }),
  );
}

/** A file for one organization has its domains alone, with or without a header. */
function rowsOfOne({ organizationId }, lines) {
  const columns = columnsOf(lines[0] ?? "");
  if (columns.includes("organization")) {
    return { refusal: t("orgSwitcherTabImportNamesOrganizations") };
  }
  const named = columns.includes("domain");
  return {
    header: `organization,${named ? lines[0] : "domain"}`,
    rows: lines.slice(named ? 1 : 0).map((line) => `${organizationId},${line}`),
  };
}

function domainTable(page, path, domains, list, picked) {
  const remove = async (domain, control) => {
    const sure = await confirmed(page.host, {
      title: t("orgSwitcherTabDomainRemoveTitle", domain),
      body: t("orgSwitcherTabDomainRemoveBody"),
      action: t("orgSwitcherTabRemove"),
    });
    if (sure) {
      const own = `${path}/${encodeURIComponent(domain)}`;
      await busy(control, () => list.change(domain, () => page.api.delete(own), t("orgSwitcherTabDomainRemoved", domain)));
    }
  };
  const removable = ({ source }) => page.canManage && source === "API";
  const removal = ({ domain }) =>
    button(t("orgSwitcherTabRemove"), {
      variant: "link",
      "aria-label": t("orgSwitcherTabRemoveNamed", domain),
      onclick: ({ currentTarget }) => remove(domain, currentTarget),
    });
  const change = (domain) => (values) =>
    list.change(`${domain}/policy`, () => page.api.put(`${path}/${encodeURIComponent(domain)}`, values), t("orgSwitcherTabPolicySaved"));
  const choice = ({ domain }) => ({ send: change(domain), problemAt: (control) => list.problems.at(`${domain}/policy`, control) });
  const removing = (domain) => {
    const control = removal(domain);
    return [control, list.problems.at(domain.domain, control)];
  };
  const row = (domain) => [
    removable(domain) ? picked.row(domain.domain) : h("span", { class: "org-switcher-name" }, domain.domain),
    [sourceLabel(domain), domain.source === "ATTRIBUTE" && h("div", {}, attributesLink(page))],
    domainPolicy(page, domain, removable(domain) && choice(domain)),
    ownership(page, path, domain, list.problems),
    dateText(domain.createdAt),
    removable(domain) && removing(domain),
  ];
  const heads = [
    t("orgSwitcherTabDomain"),
    t("orgSwitcherTabSource"),
    t("orgSwitcherPolicy_joinMode"),
    t("orgSwitcherTabVerification"),
    t("orgSwitcherTabAddedAt"),
    "",
  ];
  return table(t("orgSwitcherTabDomains"), heads, domains.map(row));
}
