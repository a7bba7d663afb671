/** The tab "Automated provisioning" beside the console's own tabs of an organization. */
import { newPanel, setAttributes } from "./markup.js";
import { Place } from "./place.js";

const TAB = "automated-provisioning";
const ROUTE = /^#\/([^/?]+)\/organizations\/([^/?]+)\/([^/?]+)/;
const TABS = '[data-testid="organization-tabs"]';

export class OrganizationTab extends Place {
  #item;
  #panel;

  constructor(contextOf) {
    super({
      what: 'the tab "Automated provisioning"',
      anchor: TABS,
      load: () => import("./tab.js"),
      contextOf,
    });
  }

  locate(hash) {
    const route = ROUTE.exec(hash)?.map(decodeURIComponent);
    return route && { realm: route[1], organizationId: route[2], active: route[3] === TAB };
  }

  show(module, tabs, { realm, organizationId, active }) {
    if (!this.#item?.isConnected) {
      this.#item = newItem(tabs, module);
      // The console measures then whether the tabs need buttons to scroll.
      dispatchEvent(new Event("resize"));
    }
    const link = this.#item.querySelector("a");
    const href = `#/${encodeURIComponent(realm)}/organizations/${encodeURIComponent(organizationId)}/${TAB}`;
    setAttributes(link, { href, "aria-selected": String(active), "aria-controls": active ? `${TAB}-panel` : null });
    this.#item.classList.toggle("pf-m-current", active);
    if (!active) {
      this.#panel?.remove();
      this.#panel = undefined;
      return;
    }
    if (!this.#panel?.isConnected) {
      this.#panel = newPanel(`${TAB}-panel`, link.id, "org-switcher-tab");
      tabs.parentElement.append(this.#panel);
      this.#item.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    const element = this.#panel.firstElementChild;
    if (element.context?.realm !== realm || element.context?.organizationId !== organizationId) {
      element.context = this.contextOf({ realm, organizationId });
    }
  }
}

/** A copy of a tab of the console's, so that it looks and works like the others. */
function newItem(tabs, { title, language }) {
  const list = tabs.querySelector('[role="tablist"]');
  const sample = list?.querySelector(':scope > li:has(a[role="tab"])');
  if (!sample) {
    throw new Error(`No tab to take after in ${TABS}`);
  }
  const item = sample.cloneNode(true);
  item.classList.remove("pf-m-current");
  const link = item.querySelector("a");
  for (const name of link.getAttributeNames().filter((name) => name.startsWith("data-"))) {
    link.removeAttribute(name);
  }
  setAttributes(link, { id: `${TAB}-tab`, "data-testid": `${TAB}-tab`, "aria-disabled": null });
  const text = link.querySelector("span") ?? link;
  text.textContent = title();
  text.lang = language();
  list.append(item);
  return item;
}
