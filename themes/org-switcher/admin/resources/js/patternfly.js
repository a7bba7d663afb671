/** PatternFly's components, as the console has them: its classes, no styles of our own. */
import { fill, h, icon, newId } from "./dom.js";
import { learnMore } from "./learn-more.js";
import { t } from "./messages.js";

const ALERT_ICONS = { success: "check", danger: "error", warning: "warning", info: "info" };

export function button(text, { variant = "secondary", ...attributes } = {}) {
  const small = variant === "link" ? " pf-m-inline" : "";
  return h("button", { type: "button", class: `pf-v5-c-button pf-m-${variant}${small}`, ...attributes }, text);
}

export function iconButton(name, label, attributes) {
  return h("button", { type: "button", class: "pf-v5-c-button pf-m-plain", "aria-label": label, ...attributes }, icon(name));
}

/** While this runs, the button says so and does nothing. */
export async function busy(element, action) {
  if (element.getAttribute("aria-disabled") === "true") {
    return;
  }
  element.setAttribute("aria-disabled", "true");
  element.classList.add("pf-m-aria-disabled");
  try {
    await action();
  } finally {
    element.removeAttribute("aria-disabled");
    element.classList.remove("pf-m-aria-disabled");
  }
}

/** A message in the page. */
export function alert(variant, title, { body, actions, close, live = false } = {}) {
  return h(
    "div",
    { class: `pf-v5-c-alert pf-m-inline pf-m-${variant}`, role: live ? "alert" : null },
    h("div", { class: "pf-v5-c-alert__icon" }, icon(ALERT_ICONS[variant])),
    h("p", { class: "pf-v5-c-alert__title" }, h("span", { class: "pf-v5-u-screen-reader" }, alertKind(variant)), title),
    close && h("div", { class: "pf-v5-c-alert__action" }, close),
    body && h("div", { class: "pf-v5-c-alert__description" }, body),
    actions && h("div", { class: "pf-v5-c-alert__action-group" }, actions),
  );
}

/** That something could not be read, and the way to try it again. */
export function unread(message, again) {
  return alert("danger", message, { live: true, actions: button(t("orgSwitcherTabTryAgain"), { variant: "link", onclick: again }) });
}

function alertKind(variant) {
  const kinds = { success: t("orgSwitcherTabSuccess"), danger: t("orgSwitcherTabError"), warning: t("orgSwitcherTabWarning") };
  return `${kinds[variant] ?? t("orgSwitcherTabInfo")} `;
}

export function label(text, color) {
  return h(
    "span",
    { class: `pf-v5-c-label${color ? ` pf-m-${color}` : ""}` },
    h("span", { class: "pf-v5-c-label__content" }, h("span", { class: "pf-v5-c-label__text" }, text)),
  );
}

/**
 * A part of the page under a heading.
 *
 * @param {{title: string, help: string, more: string}} about more: the page and heading of the documentation
 */
export function card({ title, help, more }, ...content) {
  const titleId = newId();
  return h(
    "section",
    { class: "pf-v5-c-card pf-m-flat", "aria-labelledby": titleId },
    h(
      "div",
      { class: "pf-v5-c-card__title" },
      h("h2", { class: "pf-v5-c-title pf-m-xl", id: titleId }, title),
      h("p", { class: "org-switcher-description" }, help, " ", learnMore(titleId, more)),
    ),
    h("div", { class: "pf-v5-c-card__body" }, content),
  );
}

export function emptyState(title, { body, action, level = "h3", small = false } = {}) {
  return h(
    "div",
    { class: `pf-v5-c-empty-state${small ? " pf-m-sm" : ""}` },
    h(
      "div",
      { class: "pf-v5-c-empty-state__content" },
      h("div", { class: "pf-v5-c-empty-state__title" }, h(level, { class: "pf-v5-c-empty-state__title-text" }, title)),
      body && h("div", { class: "pf-v5-c-empty-state__body" }, body),
      action && h("div", { class: "pf-v5-c-empty-state__footer" }, h("div", { class: "pf-v5-c-empty-state__actions" }, action)),
    ),
  );
}

export function spinner(size = "lg") {
  const bar = h("div", { class: "pf-v5-l-bullseye pf-v5-u-p-lg", role: "status" });
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", `pf-v5-c-spinner pf-m-${size}`);
  svg.setAttribute("viewBox", "0 0 100 100");
  svg.setAttribute("aria-hidden", "true");
  const circle = document.createElementNS("http://www.w3.org/2000/svg", "circle");
  for (const [name, value] of Object.entries({ class: "pf-v5-c-spinner__path", cx: 50, cy: 50, r: 45, fill: "none" })) {
    circle.setAttribute(name, value);
  }
  svg.append(circle);
  return fill(bar, svg, h("span", { class: "pf-v5-u-screen-reader" }, t("orgSwitcherTabLoading")));
}

/** Names and values. */
export function descriptionList(entries) {
  return h(
    "dl",
    { class: "pf-v5-c-description-list pf-m-compact pf-m-horizontal-on-md" },
    entries.map(([term, description]) =>
      h(
        "div",
        { class: "pf-v5-c-description-list__group" },
        h("dt", { class: "pf-v5-c-description-list__term" }, h("span", { class: "pf-v5-c-description-list__text" }, term)),
        h("dd", { class: "pf-v5-c-description-list__description" }, h("div", { class: "pf-v5-c-description-list__text" }, description)),
      ),
    ),
  );
}

/**
 * @param {string} caption what the table holds
 * @param {string[]} heads its columns' names; an empty one is a column of buttons
 * @param {Array<Array>} rows cells
 */
export function table(caption, heads, rows) {
  return h(
    "table",
    { class: "pf-v5-c-table pf-m-grid-md pf-m-compact", "aria-label": caption },
    h(
      "thead",
      { class: "pf-v5-c-table__thead" },
      h(
        "tr",
        { class: "pf-v5-c-table__tr" },
        heads.map((head) =>
          head
            ? h("th", { class: "pf-v5-c-table__th pf-m-wrap", scope: "col" }, head)
            : h("td", { class: "pf-v5-c-table__td" }, h("span", { class: "pf-v5-u-screen-reader" }, t("orgSwitcherTabActions"))),
        ),
      ),
    ),
    h(
      "tbody",
      { class: "pf-v5-c-table__tbody" },
      rows.map((cells) =>
        h(
          "tr",
          { class: "pf-v5-c-table__tr" },
          cells.map((cell, column) =>
            h(
              "td",
              { class: `pf-v5-c-table__td${heads[column] ? "" : " pf-v5-c-table__action"}`, "data-label": heads[column] || null },
              h("div", {}, cell),
            ),
          ),
        ),
      ),
    ),
  );
}

/**
 * Asks before something is done. Escape and Cancel leave it.
 *
 * @returns {Promise<boolean>} whether to do it
 */
export function confirmed(host, { title, body, action, variant = "danger" }) {
  return new Promise((resolve) => {
    const titleId = newId();
    const dialog = h(
      "dialog",
      { class: "pf-v5-c-modal-box pf-m-sm", "aria-labelledby": titleId, onclose: () => finish() },
      h(
        "header",
        { class: "pf-v5-c-modal-box__header" },
        h("h1", { class: "pf-v5-c-modal-box__title", id: titleId }, h("span", { class: "pf-v5-c-modal-box__title-text" }, title)),
      ),
      h("div", { class: "pf-v5-c-modal-box__body" }, body),
      h(
        "footer",
        { class: "pf-v5-c-modal-box__footer" },
        button(action, { variant, onclick: () => dialog.close("yes") }),
        button(t("orgSwitcherTabCancel"), { variant: "link", onclick: () => dialog.close() }),
      ),
    );
    const finish = () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    };
    host.append(dialog);
    dialog.showModal();
  });
}
