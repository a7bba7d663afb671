/** What stands above a list: a search, filters, and the way through its pages. */
import { h, icon } from "./dom.js";
import { select } from "./fields.js";
import { t } from "./messages.js";

export function toolbar(search, filters, pages) {
  const item = (content, modifier = "") => h("div", { class: `pf-v5-c-toolbar__item${modifier}` }, content);
  return h(
    "div",
    { class: "pf-v5-c-toolbar" },
    h(
      "div",
      { class: "pf-v5-c-toolbar__content pf-v5-u-px-0" },
      h(
        "div",
        { class: "pf-v5-c-toolbar__content-section" },
        item(search, " pf-m-search-filter"),
        filters.map((filter) => item(filter)),
        item(pages, " pf-m-pagination"),
      ),
    ),
  );
}

/** @param {function(): void} submit starts the search for what stands in the input */
export function searchForm(input, label, submit) {
  return h(
    "form",
    {
      class: "pf-v5-c-input-group",
      role: "search",
      "aria-label": label,
      onsubmit: (event) => {
        event.preventDefault();
        submit();
      },
    },
    h(
      "div",
      { class: "pf-v5-c-input-group__item pf-m-fill" },
      h(
        "div",
        { class: "pf-v5-c-text-input-group" },
        h(
          "div",
          { class: "pf-v5-c-text-input-group__main pf-m-icon" },
          h(
            "span",
            { class: "pf-v5-c-text-input-group__text" },
            h("span", { class: "pf-v5-c-text-input-group__icon" }, icon("search")),
            input,
          ),
        ),
      ),
    ),
  );
}

export function pagination(label, { range, sizes, previous, next }) {
  return h(
    "div",
    { class: "pf-v5-c-pagination pf-m-compact" },
    range,
    sizes,
    h(
      "nav",
      { class: "pf-v5-c-pagination__nav", "aria-label": label },
      h("div", { class: "pf-v5-c-pagination__nav-control pf-m-prev" }, previous),
      h("div", { class: "pf-v5-c-pagination__nav-control pf-m-next" }, next),
    ),
  );
}

/** How many rows a page has; the first is chosen. */
export function pageSizes(label, sizes, resize) {
  const options = sizes.map((size) => [String(size), String(size)]);
  const attributes = {
    "aria-label": t("orgSwitcherLabelled", label, t("orgSwitcherTabPageSize")),
    onchange: ({ target }) => resize(Number(target.value)),
  };
  return h("div", { class: "org-switcher-sizes" }, select(attributes, options, options[0][0]));
}
