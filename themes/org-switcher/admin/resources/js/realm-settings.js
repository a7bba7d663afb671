/** The realm's settings: those of the required action, as Keycloak describes and keeps them. */
import { fill, h } from "./dom.js";
import { choice, field, input, select, textArea } from "./fields.js";
import { t } from "./messages.js";
import { card, unread } from "./patternfly.js";
import { settingsForm } from "./settings-form.js";

const PATH = "authentication/required-actions/org-switcher";
/** Keycloak's own, between the values of one setting. */
const SEPARATOR = "##";

/** What settings there are, and their values; nothing for those who may not see them, or where the action is not there. */
export async function readRealmSettings({ api }) {
  const [description, saved] = await Promise.all([api.find(`${PATH}/config-description`), api.find(`${PATH}/config`)]);
  return description && saved && { properties: description.properties, config: saved.config ?? {} };
}

/** @param {function(): Promise} reloadWarnings shows what is wrong with the settings anew; absent where that is not shown */
export function realmSettingsCard(page, settings, reloadWarnings = async () => {}) {
  const content = h("div", {});
  const show = ({ properties, config }) => {
    const form = settingsForm(page, {
      part: "realm-settings",
      saved: Object.fromEntries(properties.map((property) => [property.name, read(property, config)])),
      locked: () => !page.canChangeSettings,
      canChange: page.canChangeSettings,
      draw: (name, value, onchange) => {
        const property = properties.find((each) => each.name === name);
        return settingField(property, { value, disabled: !page.canChangeSettings, onchange });
      },
      send: (changes) => save(page, changes),
      sent: async () => {
        page.say(t("orgSwitcherTabPolicySaved"));
        await Promise.all([reload(), reloadWarnings()]);
      },
    });
    fill(content, form);
  };
  const reload = async () => {
    const now = await page.attempt(
      () => readRealmSettings(page),
      (message) => fill(content, unread(message, reload)),
    );
    if (now) {
      show(now);
    }
  };
  show(settings);
  const about = { title: t("orgSwitcherTabRealmSettings"), help: t("orgSwitcherTabRealmSettingsHelp"), more: "README.html#settings" };
  return card(about, content);
}

/** Keycloak takes all settings at once; those that were not changed here may have been by others meanwhile. */
async function save({ api }, changes) {
  const { config } = await api.get(`${PATH}/config`);
  const written = Object.entries(changes).map(([name, value]) => [name, Array.isArray(value) ? value.join(SEPARATOR) : value]);
  await api.put(`${PATH}/config`, { config: { ...config, ...Object.fromEntries(written) } });
}

/** A setting's value: a text, or a list of them. */
function read({ name, type, defaultValue }, config) {
  const value = config[name]?.trim() || defaultValue || "";
  return type.startsWith("Multivalued") ? cleaned(value.split(SEPARATOR)) : value;
}

function cleaned(values) {
  return values.map((value) => value.trim()).filter(Boolean);
}

function settingField({ label, helpText, type, options = [] }, parts) {
  return field(t(label), { help: t(helpText), ...controls[type]({ ...parts, options }) });
}

const text =
  (attributes) =>
  ({ value, disabled, onchange }) => ({
    control: (bound) => input({ ...bound, ...attributes, value, disabled, oninput: ({ target }) => onchange(target.value.trim()) }),
  });

/** How each kind of setting is changed, by Keycloak's name of the kind. A value that there is not is shown as it is. */
const controls = {
  String: text({}),
  Role: text({}),
  Integer: text({ inputmode: "numeric" }),

  boolean: ({ value, disabled, onchange }) => ({
    group: true,
    control: () =>
      choice("checkbox", t("orgSwitcherTabOn"), null, {
        checked: String(value).toLowerCase() === "true",
        disabled,
        onchange: ({ target }) => onchange(String(target.checked)),
      }),
  }),

  List: ({ value, disabled, onchange, options }) => ({
    control: (bound) => {
      const all = [...new Set([...options, value])].map((option) => [option, option]);
      return select({ ...bound, disabled, onchange: ({ target }) => onchange(target.value) }, all, value);
    },
  }),

  MultivaluedList: ({ value, disabled, onchange, options }) => {
    let chosen = value;
    const tick = (option, ticked) => {
      chosen = [...chosen.filter((other) => other !== option), ...(ticked ? [option] : [])];
      onchange(chosen);
    };
    return {
      group: true,
      control: () =>
        [...new Set([...options, ...value])].map((option) =>
          choice("checkbox", option, null, {
            checked: value.includes(option),
            disabled,
            onchange: ({ target }) => tick(option, target.checked),
          }),
        ),
    };
  },

  MultivaluedString: ({ value, disabled, onchange }) => ({
    control: (bound) =>
      textArea({ ...bound, disabled, oninput: ({ target }) => onchange(cleaned(target.value.split("\n"))) }, value.join("\n")),
  }),
};
