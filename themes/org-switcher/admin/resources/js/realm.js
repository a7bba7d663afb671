/** <org-switcher-realm>: automated provisioning of a realm, and what is open in all of its organizations. */
import { language, prepare, ProvisioningElement, stack } from "./element.js";
import { heldCard } from "./held.js";
import { t } from "./messages.js";
import { alert } from "./patternfly.js";
import { peopleImportCard } from "./people-import.js";
import { readRealmSettings, realmSettingsCard } from "./realm-settings.js";
import { requestsCard } from "./requests.js";
import { readSetup, setupPart } from "./setup.js";
import { whoAmI } from "./who-am-i.js";

export { language, prepare };

/** The title of the page's tab. */
export const title = () => t("orgSwitcherTabTitle");

/** The title of the tab of the console's own list. */
export const listTitle = () => t("orgSwitcherTabList");

class OrgSwitcherRealm extends ProvisioningElement {
  async load(page) {
    const [me, setup, settings] = await Promise.all([whoAmI(page.context, page.signal), readSetup(page), readRealmSettings(page)]);
    return { roles: me.realm_access[page.realm] ?? [], setup, settings };
  }

  draw(page, { roles, setup, settings }) {
    page.canManage = ["manage-organizations", "manage-realm"].some((role) => roles.includes(role));
    page.canSetUp = ["manage-realm", "manage-identity-providers"].every((role) => roles.includes(role));
    page.canChangeSettings = roles.includes("manage-realm");
    const held = (setup?.state.organizationsEnabled ?? true) && heldCard(page);
    const requests = held && requestsCard(page);
    const realm = setup && setupPart(page, setup, async () => held?.reload());
    const off = setup && !setup.state.enabled;
    return stack(
      setup && !page.canSetUp && alert("info", t("orgSwitcherTabRealmReadOnly")),
      realm?.warnings,
      off && realm.card,
      realm?.unallowed,
      requests?.element,
      held?.element,
      held && page.canManage && peopleImportCard(page, () => requests.reload()),
      !off && realm?.card,
      realm?.email,
      settings && realmSettingsCard(page, settings, realm?.reload),
    );
  }
}

customElements.define("org-switcher-realm", OrgSwitcherRealm);
