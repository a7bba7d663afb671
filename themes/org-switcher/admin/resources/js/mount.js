/**
 * Puts the extension into the Admin Console: a tab beside an organization's own, and a page of the realm beside its list
 * of organizations. All that depends on the console's markup is here and in the modules of these two places.
 */
import { OrganizationTab } from "./organization-tab.js";
import { RealmTab } from "./realm-tab.js";
import { guarded } from "./report.js";
import { Session } from "./session.js";

const EXTENSION = '"Automated provisioning"';

/** What an element gets; a console that mounts it by itself gives the same. */
function contexts(environment) {
  const { adminBaseUrl, consoleBaseUrl, realm: loginRealm } = environment;
  const session = new Session(environment);
  return ({ realm, organizationId }) => ({
    realm,
    organizationId,
    urls: {
      api: `${adminBaseUrl}/admin/realms/${encodeURIComponent(realm)}`,
      messages: `${adminBaseUrl}/resources/${encodeURIComponent(loginRealm)}/admin`,
      console: consoleBaseUrl.replace(/\/$/, ""),
    },
    toasts: () => document.querySelector('[data-testid="global-alerts"]'),
    getAccessToken: (options) => session.getAccessToken(options),
  });
}

function watch(root, places) {
  const update = () => places.forEach((place) => guarded(EXTENSION, () => place.update()));
  const elsewhere = () => {
    places.forEach((place) => place.retry());
    update();
  };
  new MutationObserver(update).observe(root, { childList: true, subtree: true });
  addEventListener("hashchange", elsewhere);
  addEventListener("popstate", update);
  update();
}

guarded(EXTENSION, () => {
  const contextOf = contexts(JSON.parse(document.getElementById("environment").textContent));
  watch(document.getElementById("app"), [new OrganizationTab(contextOf), new RealmTab(contextOf)]);
});
