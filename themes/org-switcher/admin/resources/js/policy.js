/** The policy: what a match gives, and its other settings. */
import { fill, h } from "./dom.js";
import { choice, field, form, formActions, input } from "./fields.js";
import { groupsParts } from "./groups.js";
import { t } from "./messages.js";
import { alert, busy, button, card } from "./patternfly.js";
import { attributesLink } from "./refused.js";

const JOIN_MODES = ["DISABLED", "SUGGEST", "REQUEST", "AUTOMATIC"];
const SIGN_IN_KINDS = ["SOCIAL", "ENTERPRISE", "PASSWORDLESS", "PASSWORD"];
const SETTINGS = ["joinMode", "signInKinds", "maxMembers", "defaultGroups", "requireVerifiedDomain"];

export function policyCard(page, policy) {
  const content = h("div", {});
  const update = (changed) => fill(content, policyForm(page, changed));
  update(policy);
  return { element: card(t("orgSwitcherTabPolicy"), t("orgSwitcherTabPolicyHelp"), content), update };
}

function policyForm(page, policy) {
  const saved = Object.fromEntries(SETTINGS.map((name) => [name, policy[name] ?? null]));
  const locked = (name) => !page.canManage || byAttribute(policy, name);
  const draft = Object.entries(page.draft.get("policy") ?? {}).filter(([name]) => !locked(name));
  const typed = { ...saved, ...Object.fromEntries(draft) };
  const unsaved = h("div", { class: "org-switcher-notices", role: "status" });
  const common = (name) => ({ hint: byAttribute(policy, name) && [t("orgSwitcherTabByAttribute"), " ", attributesLink(page)] });

  const type = (name, value) => {
    typed[name] = value;
    const changed = changes();
    page.draft.set("policy", Object.keys(changed).length ? changed : undefined);
    showUnsaved();
  };
  const changes = () => Object.fromEntries(SETTINGS.filter((name) => !same(typed[name], saved[name])).map((name) => [name, typed[name]]));
  const showUnsaved = () => {
    const dirty = Object.keys(changes()).length > 0;
    fill(unsaved, dirty && alert("warning", t("orgSwitcherTabUnsaved")));
    save.disabled = revert.disabled = !dirty;
  };

  const fields = {
    joinMode: field(t("orgSwitcherTabJoinMode"), {
      ...common("joinMode"),
      group: true,
      control: () =>
        JOIN_MODES.map((mode) =>
          choice("radio", t(`orgSwitcherTabJoinMode_${mode}`), t(`orgSwitcherTabJoinModeHelp_${mode}`), {
            name: "org-switcher-join-mode",
            value: mode,
            checked: typed.joinMode === mode,
            disabled: locked("joinMode"),
            onchange: () => type("joinMode", mode),
          }),
        ),
    }),
    signInKinds: field(t("orgSwitcherTabSignInKinds"), {
      ...common("signInKinds"),
      group: true,
      help: t("orgSwitcherTabSignInKindsHelp"),
      control: () =>
        SIGN_IN_KINDS.map((kind) =>
          choice("checkbox", t(`orgSwitcherTabSignInKind_${kind}`), t(`orgSwitcherTabSignInKindHelp_${kind}`), {
            checked: typed.signInKinds?.includes(kind),
            disabled: locked("signInKinds"),
            onchange: ({ target }) =>
              type(
                "signInKinds",
                SIGN_IN_KINDS.filter((other) => (other === kind ? target.checked : typed.signInKinds.includes(other))),
              ),
          }),
        ),
    }),
    maxMembers: field(t("orgSwitcherTabMaxMembers"), {
      ...common("maxMembers"),
      help: [t("orgSwitcherTabMaxMembersHelp"), " ", t("orgSwitcherTabMemberCount", policy.memberCount ?? 0)],
      control: (attributes) =>
        input({
          ...attributes,
          inputmode: "numeric",
          value: typed.maxMembers ?? "",
          disabled: locked("maxMembers"),
          oninput: ({ target }) => type("maxMembers", number(target.value)),
        }),
    }),
    defaultGroups: field(t("orgSwitcherTabDefaultGroups"), {
      ...common("defaultGroups"),
      ...groupsParts(page.groups, typed.defaultGroups ?? [], locked("defaultGroups"), (chosen) => type("defaultGroups", chosen)),
    }),
    requireVerifiedDomain: field(t("orgSwitcherTabRequireVerified"), {
      ...common("requireVerifiedDomain"),
      group: true,
      control: () =>
        choice("checkbox", t("orgSwitcherTabRequireVerifiedCheck"), t("orgSwitcherTabRequireVerifiedHelp"), {
          checked: typed.requireVerifiedDomain,
          disabled: locked("requireVerifiedDomain"),
          onchange: ({ target }) => type("requireVerifiedDomain", target.checked),
        }),
    }),
  };

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
    SETTINGS.map((name) => fields[name].element),
    page.canManage && formActions(unsaved, save, revert),
  );
  showUnsaved();
  return element;
}

function byAttribute({ source, sources = { joinMode: source } }, name) {
  return sources[name] === "ATTRIBUTE";
}

/** A number where it is one; else what was typed, for the server to refuse. */
function number(text) {
  const trimmed = text.trim();
  return trimmed === "" ? null : /^-?\d{1,15}$/.test(trimmed) ? Number(trimmed) : trimmed;
}

/** What has several values has them in no order. */
function same(one, other) {
  const [left, right] = [one, other].map((value) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value));
  return left === right;
}
