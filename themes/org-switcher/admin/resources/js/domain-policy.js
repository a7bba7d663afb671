/** What an allowed domain says for itself, beside its organization's policy: a join mode, and default groups. */
import { fill, h } from "./dom.js";
import { select } from "./fields.js";
import { t } from "./messages.js";
import { busy, button } from "./patternfly.js";

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
 * @param {{chosen: Map<string, string>, save: function(string): Promise, problemAt: function(HTMLElement): Node}|undefined} change
 *     keeps what is chosen and not saved yet, saves it, and has a place for what is refused; nothing where it cannot be changed
 * @returns {Array} nodes
 */
export function domainPolicy(page, domain, change) {
  return [change ? modeToChoose(domain, change) : h("span", {}, modeText(domain.inForce.joinMode)), groups(page, domain)];
}

/** Arrow keys go through all that is between, so nothing is saved before somebody says so. */
function modeToChoose({ domain, joinMode = "" }, { chosen, save, problemAt }) {
  const name = t("orgSwitcherLabelled", t("orgSwitcherPolicy_joinMode"), domain);
  const box = select(
    { "aria-label": name, onchange: () => choose(control.value) },
    [["", t("orgSwitcherTabOfOrganization")], ...MODES.map((mode) => [mode, modeText(mode)])],
    chosen.get(domain) ?? joinMode,
  );
  const control = box.querySelector("select");
  const unsaved = h("div", { class: "org-switcher-detail", role: "status" });
  const presses = h("div", { class: "org-switcher-actions" });
  const press = (text, action) =>
    button(text, {
      variant: "link",
      "aria-label": `${text} ${name}`,
      onclick: ({ currentTarget }) => {
        // The press goes when it is done.
        control.focus();
        return busy(currentTarget, action);
      },
    });
  const saving = press(t("orgSwitcherTabSave"), () => save(control.value));
  const revert = press(t("orgSwitcherTabRevert"), async () => {
    control.value = joinMode;
    choose(joinMode);
  });
  const choose = (mode) => {
    const differs = mode !== joinMode;
    if (differs) {
      chosen.set(domain, mode);
    } else {
      chosen.delete(domain);
    }
    fill(unsaved, differs && t("orgSwitcherTabUnsaved"));
    fill(presses, differs && [saving, revert]);
  };
  choose(control.value);
  return [box, unsaved, presses, problemAt(control)];
}

function modeText(mode) {
  return t(`orgSwitcherPolicyOption_joinMode_${mode}`);
}

function groups({ groups: known = [] }, { defaultGroups, refusedSettings = [] }) {
  const path = (reference) => known.find(({ id }) => id === reference)?.path ?? reference;
  return [
    defaultGroups &&
      h("div", { class: "org-switcher-detail" }, t("orgSwitcherLabelled", t("orgSwitcherPolicy_defaultGroups"), defaultGroups.map(path).join(", ") || "–")),
    refusedSettings.map(({ message }) => h("div", { class: "org-switcher-detail" }, message)),
  ];
}
