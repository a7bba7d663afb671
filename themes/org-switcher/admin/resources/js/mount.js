/**
 * Puts the tab "Automated provisioning" beside the console's own tabs of an organization. All that depends on the
 * console's markup is here; the tab itself is <org-switcher-tab>.
 */
import { Session } from "./session.js";

const TAB = "automated-provisioning";
const ROUTE = /^#\/([^/?]+)\/organizations\/([^/?]+)\/([^/?]+)/;
const TABS = '[data-testid="organization-tabs"]';
const PATIENCE_MS = 5_000;

class Mount {
  #environment;
  #session;
  #ready;
  #failed = false;
  #item;
  #panel;
  #alarm;

  constructor(environment) {
    this.#environment = environment;
    this.#session = new Session(environment);
  }

  watch(root) {
    const update = () => this.#guarded(() => this.#update());
    new MutationObserver(update).observe(root, { childList: true, subtree: true });
    addEventListener("hashchange", () => {
      if (this.#failed) {
        this.#failed = false;
        this.#ready = undefined;
      }
      update();
    });
    update();
  }

  #update() {
    const route = ROUTE.exec(location.hash);
    const tabs = route && document.querySelector(TABS);
    this.#expectTabs(Boolean(route) && !tabs);
    if (!tabs) {
      return;
    }
    const [, realm, organizationId, tab] = route.map(decodeURIComponent);
    this.#ready ??= this.#load({ realm, organizationId });
    this.#ready.then(
      (module) => this.#guarded(() => this.#show(module, { realm, organizationId, active: tab === TAB })),
      (error) => {
        this.#failed = true;
        report("its modules or texts could not be loaded", error);
      },
    );
  }

  async #load(organization) {
    const module = await import("./tab.js");
    await module.prepare(this.#context(organization));
    return module;
  }

  #show(module, { realm, organizationId, active }) {
    const tabs = document.querySelector(TABS);
    const current = ROUTE.exec(location.hash)?.map(decodeURIComponent);
    if (!tabs || current?.[1] !== realm || current[2] !== organizationId || (current[3] === TAB) !== active) {
      return;
    }
    if (!this.#item?.isConnected) {
      this.#item = newItem(tabs, module.title());
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
      this.#panel = newPanel(link.id);
      tabs.parentElement.append(this.#panel);
      this.#item.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    const element = this.#panel.firstElementChild;
    if (element.context?.realm !== realm || element.context?.organizationId !== organizationId) {
      element.context = this.#context({ realm, organizationId });
    }
  }

  /** What the element gets; a console that mounts it by itself gives the same. */
  #context({ realm, organizationId }) {
    const { adminBaseUrl, consoleBaseUrl, realm: loginRealm } = this.#environment;
    return {
      realm,
      organizationId,
      urls: {
        api: `${adminBaseUrl}/admin/realms/${encodeURIComponent(realm)}`,
        messages: `${adminBaseUrl}/resources/${encodeURIComponent(loginRealm)}/admin`,
        console: consoleBaseUrl.replace(/\/$/, ""),
      },
      getAccessToken: (options) => this.#session.getAccessToken(options),
    };
  }

  #expectTabs(missing) {
    if (!missing) {
      clearTimeout(this.#alarm);
      this.#alarm = undefined;
    } else {
      this.#alarm ??= setTimeout(() => report(`the page has no element ${TABS}`), PATIENCE_MS);
    }
  }

  #guarded(action) {
    try {
      action();
    } catch (error) {
      report("the console's page is not as expected", error);
    }
  }
}

/** A copy of a tab of the console's, so that it looks and works like the others. */
function newItem(tabs, title) {
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
  (link.querySelector("span") ?? link).textContent = title;
  list.append(item);
  return item;
}

function newPanel(tabId) {
  const panel = document.createElement("section");
  setAttributes(panel, {
    id: `${TAB}-panel`,
    class: "pf-v5-c-tab-content",
    role: "tabpanel",
    tabindex: "0",
    "aria-labelledby": tabId,
  });
  panel.append(document.createElement("org-switcher-tab"));
  return panel;
}

function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) {
      element.removeAttribute(name);
    } else if (element.getAttribute(name) !== value) {
      element.setAttribute(name, value);
    }
  }
}

const reported = new Set();

function report(reason, error) {
  if (!reported.has(reason)) {
    reported.add(reason);
    console.warn(`org-switcher: the tab "Automated provisioning" is not shown, as ${reason}.`, ...(error ? [error] : []));
  }
}

try {
  const environment = JSON.parse(document.getElementById("environment").textContent);
  new Mount(environment).watch(document.getElementById("app"));
} catch (error) {
  report("the console's page is not as expected", error);
}
