/** The rows of an organization's allowed domains. */
import { h } from "./dom.js";
import { domainPolicy } from "./domain-policy.js";
import { dateText, t } from "./messages.js";
import { sourceLabel } from "./ownership.js";
import { busy, button, confirmed, table } from "./patternfly.js";
import { ownership } from "./proof.js";
import { attributesLink } from "./refused.js";

/**
 * @param page what all cards share
 * @param {string} path the organization's domains
 * @param {Array} domains those to show
 * @param {{list: PagedList, picked: Picked, chosen: Map<string, string>}} parts chosen: join modes that are not saved yet
 */
export function domainTable(page, path, domains, { list, picked, chosen }) {
  const pathOf = (domain) => `${path}/${encodeURIComponent(domain)}`;
  const remove = async (domain, control) => {
    const sure = await confirmed(page.host, {
      title: t("orgSwitcherTabDomainRemoveTitle", domain),
      body: t("orgSwitcherTabDomainRemoveBody"),
      action: t("orgSwitcherTabRemove"),
    });
    if (sure) {
      await busy(control, () => list.change(domain, () => page.api.delete(pathOf(domain)), t("orgSwitcherTabDomainRemoved", domain)));
    }
  };
  const removable = ({ source }) => page.canManage && source === "API";
  const removal = ({ domain }) =>
    button(t("orgSwitcherTabRemove"), {
      variant: "link",
      "aria-label": t("orgSwitcherTabRemoveNamed", domain),
      onclick: ({ currentTarget }) => remove(domain, currentTarget),
    });
  const save = (domain, joinMode) => {
    const send = async () => {
      await page.api.put(pathOf(domain), { joinMode: joinMode || null });
      if (chosen.get(domain) === joinMode) {
        chosen.delete(domain);
      }
    };
    return list.change(`${domain}/policy`, send, t("orgSwitcherTabPolicySaved"));
  };
  const choice = ({ domain }) => ({
    chosen,
    save: (joinMode) => save(domain, joinMode),
    problemAt: (control) => list.problems.at(`${domain}/policy`, control),
  });
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
