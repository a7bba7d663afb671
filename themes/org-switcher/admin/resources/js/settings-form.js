/** A form of settings that are saved together. What is typed outlives the page until it is saved or taken back. */
import { fill, h } from "./dom.js";
import { form, formActions } from "./fields.js";
import { sentence, t } from "./messages.js";
import { alert, busy, button } from "./patternfly.js";

/**
 * @param page what all cards share
 * @param {Object} parts
 * @param {string} parts.part its name in the draft and in tests
 * @param {Object<string, *>} parts.saved the settings' values, in the order of the form
 * @param {function(string): boolean} parts.locked whether a setting cannot be changed here
 * @param {boolean} parts.canChange whether anything can
 * @param {function(string, *, function(*): void): {element: HTMLElement, refuse: function(string): void}} parts.draw makes
 *     the field of a setting, from its value and what to call with another one
 * @param {function(Object<string, *>): Promise} parts.send sends what was changed
 * @param {function(): Promise} parts.sent tells that it is saved, and shows the form anew
 * @returns {HTMLElement}
 */
export function settingsForm(page, parts) {
  const { part, saved, locked, canChange, draw, send, sent } = parts;
  const names = Object.keys(saved);
  const draft = Object.entries(page.draft.get(part) ?? {}).filter(([name]) => name in saved && !locked(name));
  const typed = { ...saved, ...Object.fromEntries(draft) };
  const unsaved = h("div", { class: "org-switcher-notices", role: "status" });
  const problem = h("div", { class: "org-switcher-notices" });

  const changes = () => Object.fromEntries(names.filter((name) => !same(typed[name], saved[name])).map((name) => [name, typed[name]]));
  const showUnsaved = () => {
    const dirty = Object.keys(changes()).length > 0;
    fill(unsaved, dirty && alert("warning", t("orgSwitcherTabUnsaved")));
    save.disabled = revert.disabled = !dirty;
  };
  const type = (name, value) => {
    typed[name] = value;
    const changed = changes();
    page.draft.set(part, Object.keys(changed).length ? changed : undefined);
    showUnsaved();
  };
  const fields = Object.fromEntries(names.map((name) => [name, draw(name, typed[name], (value) => type(name, value))]));

  const refuse = (message, { refusals = [] }) => {
    const own = refusals.filter(({ field: name }) => fields[name]);
    // A refusal takes the focus, so that the form's first comes last.
    own.sort((one, other) => names.indexOf(other.field) - names.indexOf(one.field));
    own.forEach(({ field: name, errorMessage, params }) => fields[name].refuse(sentence(errorMessage, params)));
    fill(problem, own.length === 0 && alert("danger", message, { live: true }));
  };
  const submit = () =>
    busy(save, async () => {
      fill(problem);
      Object.values(fields).forEach((field) => field.refuse());
      const done = await page.attempt(async () => {
        await send(changes());
        return true;
      }, refuse);
      if (done) {
        page.draft.set(part, undefined);
        await sent();
      }
    });
  const save = button(t("orgSwitcherTabSave"), { variant: "primary", type: "submit" });
  const revert = button(t("orgSwitcherTabRevert"), {
    variant: "link",
    onclick: () => {
      page.draft.set(part, undefined);
      element.replaceWith(settingsForm(page, parts));
    },
  });
  const element = form(
    { class: "pf-v5-c-form pf-m-horizontal", "data-testid": `org-switcher-${part}` },
    submit,
    names.map((name) => fields[name].element),
    canChange && formActions([unsaved, problem], save, revert),
  );
  showUnsaved();
  return element;
}

/** What has several values has them in no order. */
function same(one, other) {
  const [left, right] = [one, other].map((value) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value));
  return left === right;
}
