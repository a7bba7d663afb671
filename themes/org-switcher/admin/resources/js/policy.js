/** The policy: what a match gives, and its other settings. */
import { fill, h } from "./dom.js";
import { t } from "./messages.js";
import { card } from "./patternfly.js";
import { attributesLink } from "./refused.js";
import { settingField } from "./settings.js";
import { settingsForm } from "./settings-form.js";

export function policyCard(page, policy) {
  const content = h("div", {});
  const update = (changed) => fill(content, policyForm(page, changed));
  update(policy);
  const about = { title: t("orgSwitcherTabPolicy"), help: t("orgSwitcherTabPolicyHelp"), more: "README.html#tell-who-gets-in" };
  return { element: card(about, content), update };
}

function policyForm(page, policy) {
  const settings = new Map(policy.settings.map((setting) => [setting.field, setting]));
  const notes = { maxMembers: t("orgSwitcherTabMemberCount", policy.memberCount ?? 0) };
  const locked = (name) => !page.canManage || byAttribute(policy, name);
  return settingsForm(page, {
    part: "policy",
    saved: Object.fromEntries([...settings.keys()].map((name) => [name, policy[name] ?? null])),
    locked,
    canChange: page.canManage,
    draw: (name, value, onchange) =>
      settingField(settings.get(name), {
        value,
        disabled: locked(name),
        hint: byAttribute(policy, name) && [t("orgSwitcherTabByAttribute"), " ", attributesLink(page)],
        note: notes[name],
        groups: page.groups,
        onchange,
      }),
    send: (changes) => page.api.put(`${page.path}/policy`, changes),
    sent: () => {
      page.say(t("orgSwitcherTabPolicySaved"));
      return page.reloadPolicy();
    },
  });
}

function byAttribute({ source, sources = { joinMode: source } }, name) {
  return sources[name] === "ATTRIBUTE";
}
