/** What an allowed domain says for itself, beside its organization's policy: a join mode, and default groups. */
import { h } from "./dom.js";
import { select } from "./fields.js";
import { t } from "./messages.js";

const MODES = ["DISABLED", "SUGGEST", "REQUEST", "AUTOMATIC"];
const NO_GROUPS = "NO_GROUPS";

/** The columns of a file that have it. */
export const policyColumns = ["joinMode", "defaultGroups"];

/** What stands in them. */
export function policyRecord({ joinMode = "", defaultGroups }) {
  return [joinMode, defaultGroups ? defaultGroups.join(" ") || NO_GROUPS : ""];
}

/**
 * A domain's join mode, to choose where it can be changed, and its groups.
 *
 * @param page what all cards share
 * @param domain the domain as the server has it
 * @param {{send: function(Object): Promise, problemAt: function(HTMLElement): Node}|undefined} change sends what it says from now
 *     on, and has a place for what is refused; nothing where it cannot be changed
 * @returns {Array} nodes
 */
export function domainPolicy(page, domain, change) {
  return [change ? modeToChoose(domain, change) : h("span", {}, modeText(domain.inForce.joinMode)), groups(page, domain)];
}

function modeToChoose({ domain, joinMode = "" }, { send, problemAt }) {
  const box = select(
    {
      "aria-label": `${t("orgSwitcherPolicy_joinMode")}: ${domain}`,
      onchange: ({ target }) => send({ joinMode: target.value || null }),
    },
    [["", t("orgSwitcherTabOfOrganization")], ...MODES.map((mode) => [mode, modeText(mode)])],
    joinMode,
  );
  return [box, problemAt(box.querySelector("select"))];
}

function modeText(mode) {
  return t(`orgSwitcherPolicyOption_joinMode_${mode}`);
}

function groups({ groups: known = [] }, { defaultGroups, refusedSettings = [] }) {
  const path = (reference) => known.find(({ id }) => id === reference)?.path ?? reference;
  return [
    defaultGroups &&
      h("div", { class: "org-switcher-detail" }, `${t("orgSwitcherPolicy_defaultGroups")}: `, h("bdi", {}, defaultGroups.map(path).join(", ") || "–")),
    refusedSettings.map(({ message }) => h("div", { class: "org-switcher-detail" }, message)),
  ];
}
