/** <org-switcher-tab>: automated provisioning of one organization. */
import { domainsCard } from "./domains.js";
import { fill, h } from "./dom.js";
import { language, prepare, ProvisioningElement, stack } from "./element.js";
import { readGroups } from "./groups.js";
import { t } from "./messages.js";
import { alert, unread } from "./patternfly.js";
import { peopleCard } from "./people.js";
import { policyCard } from "./policy.js";
import { previewCard } from "./preview.js";
import { refusedValues } from "./refused.js";
import { readState, switchedOff } from "./setup.js";
import { thereCard } from "./there.js";
import { whoAmI } from "./who-am-i.js";

export { language, prepare };

/** The tab's title. */
export const title = () => t("orgSwitcherTabTitle");

class OrgSwitcherTab extends ProvisioningElement {
  async load(page) {
    page.path = `org-switcher/organizations/${encodeURIComponent(page.organizationId)}`;
    const [policy, organization, groups, state, me] = await Promise.all([
      page.api.get(`${page.path}/policy`),
      page.api.find(`organizations/${encodeURIComponent(page.organizationId)}`),
      readGroups(page),
      readState(page),
      whoAmI(page.context, page.signal),
    ]);
    return { policy, organization, groups, state, roles: me.realm_access[page.realm] ?? [] };
  }

  draw(page, { policy, organization, groups, state, roles }) {
    page.canManage = policy.access.manage;
    page.canViewUsers = ["query-users", "view-users", "manage-users"].some((role) => roles.includes(role));
    page.canManageUsers = roles.includes("manage-users");
    page.organization = organization;
    page.groups = groups;
    const refused = h("div", {}, refusedValues(page, policy));
    const settings = policyCard(page, policy);
    const people = peopleCard(page, policy);
    page.reloadPeople = () => Promise.all([people.reload(), page.reloadPolicy()]);
    page.reloadPolicy = async () => {
      const changed = await page.attempt(
        () => page.api.get(`${page.path}/policy`),
        (message) => fill(refused, unread(message, page.reloadPolicy)),
      );
      if (changed) {
        fill(refused, refusedValues(page, changed));
        settings.update(changed);
        people.update(changed);
      }
    };
    return stack(
      refused,
      !page.canManage && alert("info", t("orgSwitcherTabReadOnly")),
      switchedOff(page, state),
      domainsCard(page),
      people.element,
      page.canViewUsers && thereCard(page),
      settings.element,
      previewCard(page),
    );
  }

  forbidden() {
    return { title: t("orgSwitcherTabForbidden"), body: t("orgSwitcherTabForbiddenBody") };
  }
}

customElements.define("org-switcher-tab", OrgSwitcherTab);
