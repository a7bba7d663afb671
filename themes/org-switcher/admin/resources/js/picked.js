/** Rows that are picked to be removed together, on as many pages of the list as one goes through. */
import { h } from "./dom.js";
import { t } from "./messages.js";
import { busy, button, confirmed } from "./patternfly.js";

const NAMES_SHOWN = 10;

export class Picked {
  #names = new Set();
  #boxes = [];
  #all = h("input", { type: "checkbox" });
  #remove;

  /**
   * @param page what all cards share
   * @param {function(string[]): Promise} remove removes those with these names
   */
  constructor(page, remove) {
    this.#all.addEventListener("change", ({ target: { checked } }) => this.#boxes.forEach(([name]) => this.#pick(name, checked)));
    this.#remove = button(t("orgSwitcherTabRemovePicked", 0), {
      disabled: true,
      onclick: async () => {
        const names = [...this.#names];
        const sure = await confirmed(page.host, {
          title: t("orgSwitcherTabRemovePickedTitle", names.length),
          body: [h("p", {}, t("orgSwitcherTabDomainRemoveBody")), listOf(names)],
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

  /** Draws a page of the list by what is given. */
  around(draw) {
    this.#boxes = [];
    const drawn = draw();
    this.#update();
    return drawn;
  }

  /** A row's name, with the box that picks the row. */
  row(name) {
    const box = h("input", { type: "checkbox", onchange: () => this.#pick(name, box.checked) });
    this.#boxes.push([name, box]);
    return h("label", { class: "org-switcher-name org-switcher-pick" }, box, h("span", {}, name));
  }

  /** A row is gone. */
  drop(name) {
    this.#pick(name, false);
  }

  #pick(name, picked) {
    if (picked) {
      this.#names.add(name);
    } else {
      this.#names.delete(name);
    }
    this.#update();
  }

  #update() {
    const count = this.#names.size;
    this.#boxes.forEach(([name, box]) => (box.checked = this.#names.has(name)));
    this.#all.checked = this.#boxes.length > 0 && this.#boxes.every(([, box]) => box.checked);
    this.#remove.textContent = t("orgSwitcherTabRemovePicked", count);
    this.#remove.disabled = count === 0;
  }
}

/** Not all of them are to be seen on the page. */
function listOf(names) {
  const further = names.length - NAMES_SHOWN;
  return h(
    "ul",
    {},
    names.slice(0, NAMES_SHOWN).map((name) => h("li", { class: "org-switcher-detail" }, h("bdi", {}, name))),
    further > 0 && h("li", { class: "org-switcher-detail" }, t("orgSwitcherTabFurtherRefused", further)),
  );
}
