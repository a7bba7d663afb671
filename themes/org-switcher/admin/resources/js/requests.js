/** Open requests to join, of all the realm's organizations. */
import { decisions } from "./decisions.js";
import { h } from "./dom.js";
import { PagedList } from "./list.js";
import { dateText, t } from "./messages.js";
import { organizationLink } from "./organization-link.js";
import { card, table } from "./patternfly.js";
import { whom } from "./person.js";

/** @returns {{element: HTMLElement, reload: function(): Promise}} */
export function requestsCard(page) {
  const list = new PagedList({
    load: (parameters) => page.api.get("org-switcher/enrollments", { ...parameters, status: "REQUESTED" }),
    count: (parameters) => page.api.get("org-switcher/enrollments/count", { ...parameters, status: "REQUESTED" }),
    show: (requests) => requestTable(page, requests, list),
    label: t("orgSwitcherTabRequests"),
    searchLabel: t("orgSwitcherTabRequestsSearch"),
    pagesLabel: t("orgSwitcherTabRequestsPages"),
    none: t("orgSwitcherTabRequestsNone"),
    page,
  });
  list.reload();
  const about = { title: t("orgSwitcherTabRequests"), help: t("orgSwitcherTabRequestsHelp"), more: "docs/admin-console.html#the-realms-page" };
  return { element: card(about, h("div", { "data-testid": "org-switcher-requests" }, list.element)), reload: () => list.reload() };
}

/** Those who may manage single organizations alone decide there; here are buttons for those who may manage all. */
function requestTable(page, requests, list) {
  const pathOf = ({ id }) => `org-switcher/organizations/${encodeURIComponent(id)}/enrollments`;
  const heads = [t("orgSwitcherTabPerson"), t("orgSwitcherTabOrganization"), t("orgSwitcherTabDomain"), t("orgSwitcherTabDate"), ""];
  const row = (request) => [
    whom(page, request),
    organizationLink(page, request.organization),
    request.domain ?? "–",
    dateText(request.updatedAt ?? request.createdAt),
    page.canManage && decisions(page, pathOf(request.organization), request, list),
  ];
  return table(t("orgSwitcherTabRequests"), heads, requests.map(row));
}
