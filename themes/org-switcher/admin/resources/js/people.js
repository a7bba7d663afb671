/** People: who joined, asked, was turned down or left, and how; and the decision on those who ask. */
import { decisions } from "./decisions.js";
import { fill, h } from "./dom.js";
import { select } from "./fields.js";
import { PagedList } from "./list.js";
import { dateText, t } from "./messages.js";
import { busy, button, card, label, table } from "./patternfly.js";
import { nameOf, whom } from "./person.js";

const STATUSES = ["REQUESTED", "JOINED", "DENIED", "LEFT", "DISMISSED"];
const STATUS_COLORS = { REQUESTED: "blue", JOINED: "green", DENIED: "red" };

export function peopleCard(page, policy) {
  const path = `${page.path}/enrollments`;
  const statuses = [["", t("orgSwitcherTabStatusAll")], ...STATUSES.map((status) => [status, t(`orgSwitcherTabStatus_${status}`)])];
  const control = select({ "aria-label": t("orgSwitcherTabStatus"), onchange: () => list.reset() }, statuses, "");
  const status = control.querySelector("select");
  const list = new PagedList({
    load: (parameters) => page.api.get(path, { ...parameters, status: status.value }),
    count: (parameters) => page.api.get(`${path}/count`, { ...parameters, status: status.value }),
    show: (people) => peopleTable(page, path, people, list),
    changed: () => page.reloadPolicy(),
    label: t("orgSwitcherTabPeople"),
    searchLabel: t("orgSwitcherTabPeopleSearch"),
    pagesLabel: t("orgSwitcherTabPeoplePages"),
    none: t("orgSwitcherTabPeopleNone"),
    filters: [control],
    filtered: () => status.value,
    page,
  });
  list.reload();
  const open = h("div", { role: "status" });
  const update = ({ openRequests }) => fill(open, openRequests > 0 && label(t("orgSwitcherTabOpenRequests", openRequests), "blue"));
  update(policy);
  const about = { title: t("orgSwitcherTabPeople"), help: t("orgSwitcherTabPeopleHelp"), more: "docs/admin-console.html#an-organizations-tab" };
  return { element: card(about, h("div", {}, open, list.element)), update, reload: () => list.reload() };
}

function peopleTable(page, path, people, list) {
  const takeBack = (person) => {
    const own = `${path}/${encodeURIComponent(person.userId)}`;
    const said = t("orgSwitcherTabDenialTakenBack", nameOf(person));
    const control = button(t("orgSwitcherTabTakeBack"), {
      variant: "link",
      "aria-label": t("orgSwitcherTabTakeBackNamed", nameOf(person)),
      onclick: () => busy(control, () => list.change(own, () => page.api.delete(`${own}/denial`), said)),
    });
    return [control, list.problems.at(own, control)];
  };
  const actions = {
    REQUESTED: (person) => decisions(page, path, person, list),
    DENIED: takeBack,
  };
  const row = (person) => [
    whom(page, person),
    [
      label(t(`orgSwitcherTabStatus_${person.status}`), STATUS_COLORS[person.status]),
      person.askAgainAt && h("div", { class: "org-switcher-detail" }, t("orgSwitcherTabAskAgainAt", dateText(person.askAgainAt))),
    ],
    person.method ? t(`orgSwitcherTabMethod_${person.method}`) : "–",
    person.domain ?? "–",
    dateText(person.updatedAt ?? person.createdAt),
    page.canManage && actions[person.status]?.(person),
  ];
  const heads = [
    t("orgSwitcherTabPerson"),
    t("orgSwitcherTabStatus"),
    t("orgSwitcherTabMethod"),
    t("orgSwitcherTabDomain"),
    t("orgSwitcherTabDate"),
    "",
  ];
  return table(t("orgSwitcherTabPeople"), heads, people.map(row));
}
