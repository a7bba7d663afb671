/** The fields of a policy's settings, as the server describes them: each by its kind, with the texts that bear its name. */
import { choice, field, input } from "./fields.js";
import { groupParts, groupsParts } from "./groups.js";
import { t, textOrNothing } from "./messages.js";

/**
 * The field of one setting.
 *
 * @param {{field: string, kind: string, options: string[]}} setting
 * @param {{value: *, disabled: boolean, hint?: Node[], note?: string, groups?: Object[], onchange: function(*): void}} parts
 *     note: what else there is to know; groups: the organization's
 * @returns what {@link field} returns
 */
export function settingField(setting, { hint, note, ...parts }) {
  const help = [textOrNothing(`orgSwitcherTabSettingHelp_${setting.field}`), note].filter(Boolean).join(" ");
  return field(t(`orgSwitcherPolicy_${setting.field}`), { hint, help, ...controls[setting.kind](setting, { ...parts, help }) });
}

const controls = {
  ONE_OF: ({ field: name, options }, { value, disabled, onchange }) => ({
    group: true,
    control: () =>
      options.map((option) =>
        optionChoice("radio", name, option, {
          name: `org-switcher-${name}`,
          value: option,
          checked: value === option,
          disabled,
          onchange: () => onchange(option),
        }),
      ),
  }),

  SOME_OF: ({ field: name, options }, { value, disabled, onchange }) => {
    let chosen = value ?? [];
    return {
      group: true,
      control: () =>
        options.map((option) =>
          optionChoice("checkbox", name, option, {
            checked: chosen.includes(option),
            disabled,
            onchange: ({ target }) => {
              chosen = options.filter((other) => (other === option ? target.checked : chosen.includes(other)));
              onchange(chosen);
            },
          }),
        ),
    };
  },

  COUNT: (_, { value, disabled, onchange }) => ({
    control: (attributes) =>
      input({ ...attributes, inputmode: "numeric", value: value ?? "", disabled, oninput: ({ target }) => onchange(number(target.value)) }),
  }),

  FLAG: ({ field: name }, { value, disabled, help, onchange }) => ({
    group: true,
    help: undefined,
    control: () =>
      choice("checkbox", t(`orgSwitcherPolicyCheck_${name}`), help, {
        checked: value,
        disabled,
        onchange: ({ target }) => onchange(target.checked),
      }),
  }),

  GROUPS: ({ field: name }, { value, disabled, help, groups, onchange }) =>
    groupsParts({ name, help, groups, chosen: value ?? [], disabled, onchange }),

  GROUP: (_, { value, disabled, groups, onchange }) => groupParts({ groups, chosen: value ?? "", disabled, onchange }),
};

function optionChoice(kind, name, option, attributes) {
  return choice(kind, t(`orgSwitcherPolicyOption_${name}_${option}`), t(`orgSwitcherTabOptionHelp_${name}_${option}`), attributes);
}

/** A number where it is one; else what was typed, for the server to refuse. */
function number(text) {
  const trimmed = text.trim();
  return trimmed === "" ? null : /^-?\d{1,15}$/.test(trimmed) ? Number(trimmed) : trimmed;
}
