/**
 * Keycloak's own domains of the organization, those of its settings, let nobody in by themselves. Each that is not allowed
 * is named, with a press that allows it, or with why it cannot be.
 */
import { fill, h } from "./dom.js";
import { t } from "./messages.js";
import { alert, busy, button } from "./patternfly.js";

/**
 * @param page what all cards share
 * @param {string} path the organization's allowed domains
 * @param {function(): Promise} allowed shows the list anew
 * @returns {{element: HTMLElement, update: function(): Promise, proposed: function(string, function): Promise}} proposed gives the
 *     same for one domain, undefined where there is nothing to propose, and asks to be told when it was allowed
 */
export function ownDomains(page, path, allowed) {
  const element = h("div", { class: "org-switcher-notices" });
  // Where that cannot be read there is nothing to propose; the list beside it says why.
  const unallowed = () => page.attempt(() => page.api.get(`${path}/unallowed`), () => undefined);
  const update = async () => {
    const own = (await unallowed()) ?? [];
    const refused = own.filter(({ refusal }) => refusal);
    const focused = element.contains(document.activeElement);
    fill(
      element,
      own.filter(({ refusal }) => !refusal).map(({ domain }) => proposal(page, path, domain, allowed)),
      refused.length > 0 &&
        alert("info", t("orgSwitcherTabUnallowed"), { body: refused.map(({ refusal }) => h("p", {}, refusal.message)) }),
    );
    if (focused) {
      // The press has gone with its proposal.
      const next = element.querySelector("button");
      if (next) {
        next.focus();
      } else {
        page.focus();
      }
    }
  };
  const proposed = async (domain, then) => {
    const open = page.canManage && (await unallowed())?.some((own) => own.domain === domain && !own.refusal);
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
