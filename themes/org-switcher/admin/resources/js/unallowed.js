/**
 * Keycloak's own domains of all organizations that are not allowed, and so let nobody in, each with a press that allows it.
 * There is nothing to see where there is none.
 */
import { fill, h } from "./dom.js";
import { placeIn } from "./focus.js";
import { t } from "./messages.js";
import { organizationLink } from "./organization-link.js";
import { verificationLabel } from "./ownership.js";
import { busy, button, card, table } from "./patternfly.js";
import { Problems } from "./problems.js";

/**
 * @param page what all cards share
 * @param {function(): Promise} changed shows all anew that a domain more, or one that has gone meanwhile, changes
 * @returns {{element: HTMLElement, update: function(Object): void}} update: shows what GET setup says of them
 */
export function unallowedPart(page, changed) {
  const element = h("div", { "data-testid": "org-switcher-unallowed" });
  const rows = h("div", { role: "group", tabindex: "-1", "aria-label": t("orgSwitcherTabUnallowed") });
  const problems = new Problems();
  const heads = [t("orgSwitcherTabDomain"), t("orgSwitcherTabOrganization"), t("orgSwitcherTabVerification"), ""];
  const row = (own) => [
    h("span", { class: "org-switcher-name" }, own.domain),
    organizationLink(page, own.organization),
    verificationLabel({ verification: own.verified ? "VERIFIED" : "NONE" }),
    own.manage && allowing(page, own, problems, changed),
  ];
  const about = { title: t("orgSwitcherTabUnallowed"), help: t("orgSwitcherTabUnallowedHelp"), more: "docs/setup.html#in-one-call" };
  const whole = card(about, problems.element, rows);
  const update = ({ total, domains }) => {
    const goBack = placeIn(rows);
    fill(
      rows,
      problems.around(() => domains.length > 0 && table(t("orgSwitcherTabUnallowed"), heads, domains.map(row))),
      total > domains.length && h("div", { class: "org-switcher-detail" }, t("orgSwitcherTabOf", domains.length, total)),
    );
    // What went wrong with a row that has gone since is still to be read.
    const shown = domains.length > 0 || problems.element.hasChildNodes();
    fill(element, shown && whole);
    if (shown) {
      goBack?.();
    } else if (goBack) {
      // The list is gone; the keyboard stays on the page.
      page.focus();
    }
  };
  return { element, update };
}

function keyOf({ domain, organization }) {
  return `${organization.id} ${domain}`;
}

function allowing(page, own, problems, changed) {
  const path = `org-switcher/organizations/${encodeURIComponent(own.organization.id)}/domains`;
  const allow = button(t("orgSwitcherTabAllow"), {
    variant: "link",
    "aria-label": t("orgSwitcherTabAllowNamed", `${own.domain}, ${own.organization.name}`),
    onclick: () =>
      busy(allow, async () => {
        problems.mended(keyOf(own));
        let gone = false;
        const added = await page.attempt(
          () => page.api.post(path, { domain: own.domain }),
          (message, { status }) => {
            problems.tell(keyOf(own), message);
            gone = status === 404 || status === 409;
          },
        );
        if (added) {
          page.say(t("orgSwitcherTabDomainAdded", added.domain));
        }
        if (added || gone) {
          await changed();
        }
      }),
  });
  return [allow, problems.at(keyOf(own), allow)];
}
