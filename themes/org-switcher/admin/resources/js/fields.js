/** Fields of forms: a label, a control, a help text and the place for the server's refusal. */
import { fill, h, icon, newId } from "./dom.js";

/**
 * A row of a form.
 *
 * @param {string} title
 * @param {{control: function(Object): Node, help?: string|Node, hint?: string|Node, group?: boolean}} parts control: makes the
 *     control from the attributes that bind it to its texts; hint: where else the value comes from; group: several controls
 * @returns {{element: HTMLElement, refuse: function(string): void}} refuse: shows a refusal, or none
 */
export function field(title, { control, help, hint, group = false }) {
  const id = newId();
  const ids = { title: `${id}-title`, help: `${id}-help`, error: `${id}-error` };
  const describedBy = [help && ids.help, ids.error].filter(Boolean).join(" ");
  const error = h("div", { id: ids.error, class: "pf-v5-c-form__helper-text", "aria-live": "polite" });
  const controlElement = control(group ? {} : { id, "aria-describedby": describedBy });
  const caption = h("span", { class: "pf-v5-c-form__label-text" }, title);
  const element = h(
    "div",
    {
      class: "pf-v5-c-form__group",
      role: group ? "group" : null,
      "aria-labelledby": group ? ids.title : null,
      "aria-describedby": group ? describedBy : null,
    },
    h(
      "div",
      { class: `pf-v5-c-form__group-label${group ? " pf-m-no-padding-top" : ""}` },
      group
        ? h("span", { class: "pf-v5-c-form__label", id: ids.title }, caption)
        : h("label", { class: "pf-v5-c-form__label", for: id }, caption),
    ),
    h(
      "div",
      { class: `pf-v5-c-form__group-control${group ? " pf-m-stack" : ""}` },
      controlElement,
      error,
      help && h("div", { id: ids.help, class: "pf-v5-c-form__helper-text" }, helper(help)),
      hint && h("div", { class: "pf-v5-c-form__helper-text" }, helper(hint, "info")),
    ),
  );
  const refuse = (message) => {
    fill(error, message && helper(message, "error"));
    const input = element.querySelector("input, select, textarea");
    input?.toggleAttribute("aria-invalid", false);
    if (message && input) {
      input.setAttribute("aria-invalid", "true");
      input.focus();
    }
    element.querySelector(".pf-v5-c-form-control")?.classList.toggle("pf-m-error", Boolean(message));
  };
  return { element, refuse };
}

function helper(text, state) {
  return h(
    "div",
    { class: "pf-v5-c-helper-text" },
    h(
      "div",
      { class: `pf-v5-c-helper-text__item${state === "error" ? " pf-m-error" : ""}` },
      state && h("span", { class: "pf-v5-c-helper-text__item-icon" }, icon(state)),
      h("span", { class: "pf-v5-c-helper-text__item-text" }, text),
    ),
  );
}

export function input(attributes) {
  return h("span", { class: formControl(attributes) }, h("input", { type: "text", autocomplete: "off", spellcheck: "false", ...attributes }));
}

export function textArea(attributes, text) {
  return h(
    "span",
    { class: `${formControl(attributes)} pf-m-resize-vertical` },
    h("textarea", { rows: "3", spellcheck: "false", ...attributes }, text),
  );
}

/** @param {Array<[string, string]>} options values and their texts */
export function select(attributes, options, chosen) {
  return h(
    "span",
    { class: formControl(attributes) },
    h(
      "select",
      attributes,
      options.map(([value, text]) => h("option", { value, selected: value === chosen }, keptTogether(text))),
    ),
    h(
      "span",
      { class: "pf-v5-c-form-control__utilities" },
      h("span", { class: "pf-v5-c-form-control__toggle-icon" }, icon("down")),
    ),
  );
}

/** A closed select takes its chosen option's direction, and the arrow lies over what begins at the other side; so none has one. */
function keptTogether(text) {
  return document.documentElement.dir === "rtl" ? `\u2068${text}\u2069` : text;
}

function formControl({ disabled, readonly }) {
  return `pf-v5-c-form-control${disabled ? " pf-m-disabled" : ""}${readonly ? " pf-m-readonly" : ""}`;
}

/** A radio button or check box. */
export function choice(kind, text, description, attributes) {
  const id = newId();
  const component = `pf-v5-c-${kind === "radio" ? "radio" : "check"}`;
  return h(
    "div",
    { class: component },
    h("input", {
      type: kind,
      id,
      class: `${component}__input`,
      "aria-describedby": description ? `${id}-description` : null,
      ...attributes,
    }),
    h("label", { class: `${component}__label${attributes.disabled ? " pf-m-disabled" : ""}`, for: id }, h("bdi", {}, text)),
    description && h("span", { class: `${component}__description`, id: `${id}-description` }, description),
  );
}

/** A form that the script, not the browser, sends. */
export function form(attributes, onsubmit, ...content) {
  return h(
    "form",
    {
      class: "pf-v5-c-form",
      novalidate: true,
      ...attributes,
      onsubmit: (event) => {
        event.preventDefault();
        onsubmit(event);
      },
    },
    content,
  );
}

/** The buttons at a form's end, below what there is to say. */
export function formActions(notice, ...buttons) {
  return h(
    "div",
    { class: "pf-v5-c-form__group pf-m-action" },
    h("div", { class: "pf-v5-c-form__group-control" }, notice, h("div", { class: "pf-v5-c-form__actions" }, buttons)),
  );
}
