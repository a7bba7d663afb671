/**
 * Keycloak's own domains of the organization, those of its settings, let nobody in by themselves. Each that is not allowed
 * is named, with a press that allows it.
 */
import { fill, h } from "./dom.js";
import { t } from "./messages.js";
import { alert, busy, button } from "./patternfly.js";

const MOST = 20;

/**
 * @param page what all cards share; page.organization is Keycloak's
 * @param {string} path the organization's allowed domains
 * @param {function(): Promise} allowed shows the list anew
 * @returns {{element: HTMLElement, update: function(): Promise, proposed: function(string, function): Promise}} proposed gives the
 *     same for one domain, undefined where there is nothing to propose, and asks to be told when it was allowed
 */
export function ownDomains(page, path, allowed) {
  const element = h("div", { class: "org-switcher-notices" });
  const own = (page.organization?.domains ?? []).slice(0, MOST).map(({ name }) => name);
  const isAllowed = async (domain) => {
    const found = await Promise.all([domain, `*.${domain}`].map((name) => page.api.find(`${path}/${encodeURIComponent(name)}`)));
    return found.some(Boolean);
  };
  const update = async () => {
    // Where that cannot be read there is nothing to propose; the list beside it says why.
    const states = await page.attempt(() => Promise.all(own.map(isAllowed)), () => undefined);
    fill(element, states && own.filter((_, index) => !states[index]).map((domain) => proposal(page, path, domain, allowed)));
  };
  const proposed = async (domain, then) => {
    const open = page.canManage && own.includes(domain) && (await page.attempt(async () => !(await isAllowed(domain)), () => false));
    return open ? proposal(page, path, domain, () => Promise.all([allowed(), then()])) : undefined;
  };
  return { element, update, proposed };
}

function proposal(page, path, domain, allowed) {
  const problem = h("div", {});
  const allow = button(t("orgSwitcherTabAllow"), {
    variant: "link",
    "aria-label": t("orgSwitcherTabAllowNamed", domain),
    onclick: () =>
      busy(allow, async () => {
        const added = await page.attempt(() => page.api.post(path, { domain }), (message) => fill(problem, alert("danger", message, { live: true })));
        if (added) {
          page.say(t("orgSwitcherTabDomainAdded", added.domain));
          await allowed();
        }
      }),
  });
  return alert("info", t("orgSwitcherTabOwnDomain", domain), { actions: [allow, problem] });
}
