/** Allowed domains: add, remove, and prove that they are the organization's own. */
import { columnsOf } from "./csv.js";
import { domainForm } from "./domain-form.js";
import { policyColumns, policyRecord } from "./domain-policy.js";
import { domainTable } from "./domain-table.js";
import { PagedList } from "./list.js";
import { t } from "./messages.js";
import { ownDomains } from "./own-domains.js";
import { card } from "./patternfly.js";
import { Picked } from "./picked.js";
import { transfer } from "./transfer.js";

/** Of a file for one organization. */
const fileColumns = ["domain", ...policyColumns];

export function domainsCard(page) {
  const path = `${page.path}/domains`;
  const pathOf = (domain) => `${path}/${encodeURIComponent(domain)}`;
  const chosen = new Map();
  const picked = new Picked(page, (domains) =>
    list.changeAll(
      domains.map((domain) => [domain, () => page.api.delete(pathOf(domain))]),
      (count) => t("orgSwitcherTabDomainsRemoved", count),
    ),
  );
  const list = new PagedList({
    load: (parameters) => page.api.get(path, parameters),
    count: (parameters) => page.api.get(`${path}/count`, parameters),
    show: (domains) => picked.around(() => domainTable(page, path, domains, { list, picked, chosen })),
    settled: (domain) => {
      picked.drop(domain);
      chosen.delete(domain);
    },
    label: t("orgSwitcherTabDomains"),
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
      read: (records) => rowsOfOne(page, records),
      columns: fileColumns,
      path,
      write: (domain) => [domain.domain, ...policyRecord(domain)],
      imported: added,
    }),
  );
}

/** A file for one organization has its domains alone, with or without a header; several columns have one. */
function rowsOfOne({ organizationId }, records) {
  const columns = columnsOf(records[0]);
  if (columns.includes("organization")) {
    return { refusal: t("orgSwitcherTabImportNamesOrganizations") };
  }
  const known = columnsOf(fileColumns);
  const named = columns.includes("domain");
  if (named ? !columns.every((column) => known.includes(column)) : columns.length > 1) {
    return { refusal: t("orgSwitcherTabImportColumns") };
  }
  return {
    header: ["organization", ...(named ? columns : ["domain"])],
    rows: records.slice(named ? 1 : 0).map((cells) => [organizationId, ...cells]),
  };
}
