/** People who are there already: whose verified address the organization allows, and why they are no members. */
import { download } from "./csv.js";
import { fill, h } from "./dom.js";
import { PagedList } from "./list.js";
import { dateText, t } from "./messages.js";
import { alert, busy, button, card, confirmed, table } from "./patternfly.js";
import { nameOf, whom } from "./person.js";

const FILE = "people.csv";

/** The server looks through all users for it, so it does when somebody asks. */
export function thereCard(page) {
  const content = h("div", {});
  const look = button(t("orgSwitcherTabThereLook"), {
    onclick: () => {
      const there = new There(page);
      fill(content, there.element);
      return there.reload();
    },
  });
  fill(content, look);
  const about = { title: t("orgSwitcherTabThere"), help: t("orgSwitcherTabThereHelp"), more: "docs/admin-rest.html#get-organizationsorgidpeople" };
  return card(about, content);
}

class There {
  #page;
  #path;
  #list;
  #selected = new Map();
  #search = "";
  #answer = h("div", { role: "status" });
  #count = h("span", {});
  #invite = this.#action("orgSwitcherTabThereInvite", () => this.#bring("invitations"));
  #join = this.#action("orgSwitcherTabThereJoin", () => this.#askAndJoin());

  constructor(page) {
    this.#page = page;
    this.#path = `${page.path}/people`;
    this.#list = new PagedList({
      load: (parameters) => this.#load(parameters),
      show: (people) => this.#table(people),
      label: t("orgSwitcherTabThere"),
      searchLabel: t("orgSwitcherTabThereSearch"),
      pagesLabel: t("orgSwitcherTabTherePages"),
      none: t("orgSwitcherTabThereNone"),
      filters: [page.canManage && this.#count, page.canManage && this.#invite, page.canManage && page.canManageUsers && this.#join, this.#download()].filter(Boolean),
      page,
    });
    this.element = h("div", {}, this.#answer, this.#list.element);
    this.#update();
  }

  reload() {
    return this.#list.reload();
  }

  #action(label, action) {
    return button(t(label), { onclick: ({ currentTarget }) => busy(currentTarget, action) });
  }

  #load(parameters) {
    this.#search = parameters.search;
    return this.#page.api.get(this.#path, parameters);
  }

  #update() {
    fill(this.#count, t("orgSwitcherLabelled", t("orgSwitcherTabThereSelected"), this.#selected.size));
    this.#invite.disabled = ![...this.#selected.values()].some(({ invitable }) => invitable);
    this.#join.disabled = ![...this.#selected.values()].some(({ joinable }) => joinable);
  }

  #table(people) {
    const rows = people.map((person) => [
      ...(this.#page.canManage ? [this.#checkbox(person)] : []),
      whom(this.#page, person),
      person.domain ?? "–",
      [person.message, person.askAgainAt && h("div", { class: "org-switcher-detail" }, t("orgSwitcherTabAskAgainAt", dateText(person.askAgainAt)))],
    ]);
    const heads = [
      ...(this.#page.canManage ? [t("orgSwitcherTabThereSelected")] : []),
      t("orgSwitcherTabPerson"),
      t("orgSwitcherTabDomain"),
      t("orgSwitcherTabThereReason"),
    ];
    return table(t("orgSwitcherTabThere"), heads, rows);
  }

  #checkbox(person) {
    return h("input", {
      type: "checkbox",
      class: "pf-v5-c-check__input",
      "aria-label": t("orgSwitcherTabThereChoose", nameOf(person)),
      checked: this.#selected.has(person.user.id),
      disabled: !person.invitable && !person.joinable,
      onchange: ({ currentTarget }) => {
        if (currentTarget.checked) {
          this.#selected.set(person.user.id, person);
        } else {
          this.#selected.delete(person.user.id);
        }
        this.#update();
      },
    });
  }

  async #askAndJoin() {
    const sure = await confirmed(this.#page.host, {
      title: t("orgSwitcherTabThereJoinTitle", this.#selected.size),
      body: t("orgSwitcherTabThereJoinBody"),
      action: t("orgSwitcherTabThereJoin"),
      variant: "primary",
    });
    if (sure) {
      await this.#bring("memberships");
    }
  }

  async #bring(how) {
    const people = new Map(this.#selected);
    const answer = await this.#page.attempt(
      () => this.#page.api.post(`${this.#path}/${how}`, { users: [...people.keys()] }),
      (message) => this.#fail(message),
    );
    if (answer) {
      fill(this.#answer, told(answer, people));
      people.forEach((_, id) => this.#selected.delete(id));
      this.#update();
      await Promise.all([this.reload(), this.#page.reloadPeople()]);
    }
  }

  #fail(message) {
    fill(this.#answer, alert("danger", message, { live: true }));
  }

  #download() {
    return this.#action("orgSwitcherTabThereCsv", async () => {
      const text = await this.#page.attempt(
        () => this.#page.api.getCsv(this.#path, { search: this.#search }),
        (message) => this.#fail(message),
      );
      if (text) {
        download(FILE, text);
      }
    });
  }
}

/** What became of each, where there is anything to say beside that it is done. */
function told({ done, results }, people) {
  const refused = results.filter(({ status }) => status === "REFUSED");
  const unsent = results.filter(({ status }) => status === "INVITED_WITHOUT_MAIL");
  const line = (userId, message) => h("li", {}, t("orgSwitcherLabelled", nameOf(people.get(userId)), message));
  const lines = [
    ...refused.map(({ userId, message }) => line(userId, message)),
    ...unsent.map(({ userId }) => line(userId, t("orgSwitcherTabThereNoMail"))),
  ];
  return alert(lines.length ? "warning" : "success", t("orgSwitcherTabThereDone", done, results.length), {
    body: lines.length > 0 && h("ul", {}, lines),
  });
}
