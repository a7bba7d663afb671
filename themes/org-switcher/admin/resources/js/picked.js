/** Rows that are picked to be removed together. */
import { h } from "./dom.js";
import { t } from "./messages.js";
import { busy, button, confirmed } from "./patternfly.js";

export class Picked {
  #boxes = [];
  #all = h("input", { type: "checkbox" });
  #remove;

  /**
   * @param page what all cards share
   * @param {function(string[]): Promise} remove removes those with these names
   */
  constructor(page, remove) {
    this.#all.addEventListener("change", () => {
      this.#boxes.forEach(([, box]) => (box.checked = this.#all.checked));
      this.#count();
    });
    this.#remove = button(t("orgSwitcherTabRemovePicked", 0), {
      disabled: true,
      onclick: async () => {
        const names = this.#names();
        const sure = await confirmed(page.host, {
          title: t("orgSwitcherTabRemovePickedTitle", names.length),
          body: t("orgSwitcherTabDomainRemoveBody"),
          action: t("orgSwitcherTabRemove"),
        });
        if (sure) {
          await busy(this.#remove, () => remove(names));
        }
      },
    });
    this.element = h(
      "div",
      { class: "org-switcher-actions" },
      h("label", { class: "org-switcher-pick" }, this.#all, t("orgSwitcherTabPickAll")),
      this.#remove,
    );
  }

  /** Starts over: another page of the list is drawn. */
  begin() {
    this.#boxes = [];
    this.#all.checked = false;
    this.#count();
  }

  /** A row's name, with the box that picks the row. */
  row(name) {
    const box = h("input", { type: "checkbox", onchange: () => this.#count() });
    this.#boxes.push([name, box]);
    return h("label", { class: "org-switcher-name org-switcher-pick" }, box, h("span", {}, name));
  }

  #names() {
    return this.#boxes.filter(([, box]) => box.checked).map(([name]) => name);
  }

  #count() {
    const count = this.#names().length;
    this.#remove.textContent = t("orgSwitcherTabRemovePicked", count);
    this.#remove.disabled = count === 0;
  }
}
