/** Allowed domains: add, remove, and prove that they are the organization's own. */
import { h } from "./dom.js";
import { field, form, input } from "./fields.js";
import { PagedList } from "./list.js";
import { dateText, t } from "./messages.js";
import { sourceLabel } from "./ownership.js";
import { busy, button, card, confirmed, table } from "./patternfly.js";
import { ownership } from "./proof.js";
import { attributesLink } from "./refused.js";

export function domainsCard(page) {
  const path = `${page.path}/domains`;
  const list = new PagedList({
    load: (parameters) => page.api.get(path, parameters),
    show: (domains) => domainTable(page, path, domains, list),
    searchLabel: t("orgSwitcherTabDomainSearch"),
    pagesLabel: t("orgSwitcherTabDomainPages"),
    none: t("orgSwitcherTabDomainNone"),
    page,
  });
  list.reload();
  return card(
    t("orgSwitcherTabDomains"),
    t("orgSwitcherTabDomainsHelp"),
    page.canManage && addForm(page, path, () => list.reset()),
    list.element,
  );
}

function addForm(page, path, added) {
  const add = button(t("orgSwitcherTabAdd"), { type: "submit" });
  let text;
  const { element, refuse } = field(t("orgSwitcherTabDomain"), {
    help: t("orgSwitcherTabDomainHelp"),
    control: (attributes) => {
      const box = input({
        ...attributes,
        name: "domain",
        value: page.draft.get("domain") ?? "",
        oninput: () => page.draft.set("domain", text.value),
      });
      text = box.querySelector("input");
      return h(
        "div",
        { class: "pf-v5-c-input-group" },
        h("div", { class: "pf-v5-c-input-group__item pf-m-fill" }, box),
        h("div", { class: "pf-v5-c-input-group__item" }, add),
      );
    },
  });
  const submit = () =>
    busy(add, async () => {
      refuse();
      const domain = await page.attempt(() => page.api.post(path, { domain: text.value }), refuse);
      if (domain) {
        text.value = "";
        page.draft.set("domain", undefined);
        page.say(t("orgSwitcherTabDomainAdded", domain.domain));
        await added();
      }
    });
  return form({ class: "pf-v5-c-form org-switcher-narrow", "data-testid": "org-switcher-add-domain" }, submit, element);
}

function domainTable(page, path, domains, list) {
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
  const removal = ({ domain }) =>
    button(t("orgSwitcherTabRemove"), {
      variant: "link",
      "aria-label": t("orgSwitcherTabRemoveNamed", domain),
      onclick: ({ currentTarget }) => remove(domain, currentTarget),
    });
  const row = (domain) => [
    h("span", { class: "org-switcher-name" }, domain.domain),
    [sourceLabel(domain), domain.source === "ATTRIBUTE" && h("div", {}, attributesLink(page))],
    ownership(page, path, domain),
    dateText(domain.createdAt),
    page.canManage && domain.source === "API" && [removal(domain), list.problems.at(domain.domain)],
  ];
  const heads = [
    t("orgSwitcherTabDomain"),
    t("orgSwitcherTabSource"),
    t("orgSwitcherTabVerification"),
    t("orgSwitcherTabAddedAt"),
    "",
  ];
  return table(t("orgSwitcherTabDomains"), heads, domains.map(row));
}
