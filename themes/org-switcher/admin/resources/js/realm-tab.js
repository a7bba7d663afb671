/**
 * The realm's page: a row of tabs on the console's list of organizations, where the address says which is shown. The
 * console knows nothing of it, so what it shows below is hidden, by a style, and taken up again afterwards.
 */
import { h } from "./dom.js";
import { newPanel, setAttributes } from "./markup.js";
import { Place } from "./place.js";

const TAB = "automated-provisioning";
/** The tab of an organization has the other one's. */
const ID = `realm-${TAB}`;
const ROUTE = /^#\/([^/?]+)\/organizations\/?(?:\?(.*))?$/;
const HEADER = '#kc-main-content-page-container > section:has([data-testid="view-header"])';
const SHOWN = "data-org-switcher-realm";

export class RealmTab extends Place {
  #tabs;
  #panel;

  constructor(contextOf) {
    super({
      what: 'the realm\'s page "Automated provisioning"',
      anchor: HEADER,
      load: () => import("./realm.js"),
      contextOf,
    });
  }

  locate(hash) {
    const route = ROUTE.exec(hash);
    return route && { realm: decodeURIComponent(route[1]), active: new URLSearchParams(route[2] ?? "").has(TAB) };
  }

  show(module, header, { realm, active }) {
    const page = header.parentElement;
    this.#tabs ??= newTabs(module);
    const [list, own] = this.#tabs.querySelectorAll("a");
    const organizations = `#/${encodeURIComponent(realm)}/organizations`;
    setAttributes(list, { href: organizations, "aria-selected": String(!active) });
    setAttributes(own, {
      href: `${organizations}?${TAB}`,
      "aria-selected": String(active),
      "aria-controls": active ? `${ID}-panel` : null,
    });
    if (header.nextElementSibling !== this.#tabs) {
      header.after(this.#tabs);
    }
    if (page.hasAttribute(SHOWN) !== active) {
      page.toggleAttribute(SHOWN, active);
    }
    if (!active) {
      this.#panel?.remove();
      this.#panel = undefined;
      return;
    }
    if (this.#panel?.parentElement !== page) {
      this.#panel ??= newPanel(`${ID}-panel`, own.id, "org-switcher-realm");
      page.append(this.#panel);
    }
    const element = this.#panel.firstElementChild;
    if (element.context?.realm !== realm) {
      element.context = this.contextOf({ realm });
    }
  }

  leave() {
    if (this.#tabs) {
      this.#tabs.remove();
      this.#panel?.remove();
      document.querySelector(`[${SHOWN}]`)?.removeAttribute(SHOWN);
      this.#tabs = this.#panel = undefined;
    }
  }
}

/** The console loads PatternFly's styles of tabs on its pages with tabs alone, so these have styles of their own. */
function newTabs({ title, listTitle, language }) {
  const item = (id, text) => h("li", { role: "presentation" }, h("a", { id, role: "tab", "data-testid": id }, text));
  return h(
    "section",
    { class: "pf-v5-c-page__main-section pf-m-light org-switcher-tabs" },
    h(
      "ul",
      { role: "tablist", "aria-label": listTitle(), lang: language() },
      item("organizations-list-tab", listTitle()),
      item(`${ID}-tab`, title()),
    ),
  );
}
