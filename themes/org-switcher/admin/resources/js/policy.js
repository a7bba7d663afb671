/** The policy: what a match gives, and its other settings. */
import { fill, h } from "./dom.js";
import { form, formActions } from "./fields.js";
import { t } from "./messages.js";
import { alert, busy, button, card } from "./patternfly.js";
import { attributesLink } from "./refused.js";
import { settingField } from "./settings.js";

export function policyCard(page, policy) {
  const content = h("div", {});
  const update = (changed) => fill(content, policyForm(page, changed));
  update(policy);
  return { element: card(t("orgSwitcherTabPolicy"), t("orgSwitcherTabPolicyHelp"), content), update };
}

function policyForm(page, policy) {
  const names = policy.settings.map((setting) => setting.field);
  const saved = Object.fromEntries(names.map((name) => [name, policy[name] ?? null]));
  const locked = (name) => !page.canManage || byAttribute(policy, name);
  const draft = Object.entries(page.draft.get("policy") ?? {}).filter(([name]) => !locked(name));
  const typed = { ...saved, ...Object.fromEntries(draft) };
  const unsaved = h("div", { class: "org-switcher-notices", role: "status" });

  const type = (name, value) => {
    typed[name] = value;
    const changed = changes();
    page.draft.set("policy", Object.keys(changed).length ? changed : undefined);
    showUnsaved();
  };
  const changes = () => Object.fromEntries(names.filter((name) => !same(typed[name], saved[name])).map((name) => [name, typed[name]]));
  const showUnsaved = () => {
    const dirty = Object.keys(changes()).length > 0;
    fill(unsaved, dirty && alert("warning", t("orgSwitcherTabUnsaved")));
    save.disabled = revert.disabled = !dirty;
  };

  const notes = { maxMembers: t("orgSwitcherTabMemberCount", policy.memberCount ?? 0) };
  const fields = Object.fromEntries(
    policy.settings.map((setting) => [
      setting.field,
      settingField(setting, {
        value: typed[setting.field],
        disabled: locked(setting.field),
        hint: byAttribute(policy, setting.field) && [t("orgSwitcherTabByAttribute"), " ", attributesLink(page)],
        note: notes[setting.field],
        groups: page.groups,
        onchange: (value) => type(setting.field, value),
      }),
    ]),
  );

  const submit = () =>
    busy(save, async () => {
      Object.values(fields).forEach(({ refuse }) => refuse());
      const refused = (message, { field: name }) => (fields[name] ? fields[name].refuse(message) : page.say("danger", message));
      const done = await page.attempt(async () => {
        await page.api.put(`${page.path}/policy`, changes());
        return true;
      }, refused);
      if (done) {
        page.draft.set("policy", undefined);
        page.say("success", t("orgSwitcherTabPolicySaved"));
        await page.reloadPolicy();
      }
    });
  const save = button(t("orgSwitcherTabSave"), { variant: "primary", type: "submit" });
  const revert = button(t("orgSwitcherTabRevert"), {
    variant: "link",
    onclick: () => {
      page.draft.set("policy", undefined);
      element.replaceWith(policyForm(page, policy));
    },
  });
  const element = form(
    { class: "pf-v5-c-form pf-m-horizontal", "data-testid": "org-switcher-policy" },
    submit,
    names.map((name) => fields[name].element),
    page.canManage && formActions(unsaved, save, revert),
  );
  showUnsaved();
  return element;
}

function byAttribute({ source, sources = { joinMode: source } }, name) {
  return sources[name] === "ATTRIBUTE";
}

/** What has several values has them in no order. */
function same(one, other) {
  const [left, right] = [one, other].map((value) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value));
  return left === right;
}
