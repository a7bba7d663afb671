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
    show: (people) => peopleTable(page, path, people, () => Promise.all([list.reload(), page.reloadPolicy()])),
    searchLabel: t("orgSwitcherTabPeopleSearch"),
    pagesLabel: t("orgSwitcherTabPeoplePages"),
    none: t("orgSwitcherTabPeopleNone"),
    filters: [control],
    filtered: () => status.value,
    attempt: page.attempt,
  });
  list.reload();
  const open = h("div", { role: "status" });
  const update = ({ openRequests }) => fill(open, openRequests > 0 && label(t("orgSwitcherTabOpenRequests", openRequests), "blue"));
  update(policy);
  return { element: card(t("orgSwitcherTabPeople"), t("orgSwitcherTabPeopleHelp"), h("div", {}, open, list.element)), update };
}

function peopleTable(page, path, people, changed) {
  const takeBack = (person, control) =>
    busy(control, () =>
      page.change(
        () => page.api.delete(`${path}/${encodeURIComponent(person.userId)}/denial`),
        t("orgSwitcherTabDenialTakenBack", nameOf(person)),
        changed,
      ),
    );
  const actions = (person) => {
    if (person.status === "REQUESTED") {
      return decisions(page, path, person, changed);
    }
    return (
      person.status === "DENIED" &&
      button(t("orgSwitcherTabTakeBack"), {
        variant: "link",
        "aria-label": t("orgSwitcherTabTakeBackNamed", nameOf(person)),
        onclick: ({ currentTarget }) => takeBack(person, currentTarget),
      })
    );
  };
  const row = (person) => [
    whom(page, person),
    label(t(`orgSwitcherTabStatus_${person.status}`), STATUS_COLORS[person.status]),
    person.method ? t(`orgSwitcherTabMethod_${person.method}`) : "–",
    person.domain ?? "–",
    dateText(person.updatedAt ?? person.createdAt),
    page.canManage && actions(person),
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
