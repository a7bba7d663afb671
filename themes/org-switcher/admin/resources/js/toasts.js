/** Messages of what has been done, which go by themselves. */
import { fill, h } from "./dom.js";
import { language, t } from "./messages.js";
import { alert, iconButton } from "./patternfly.js";

const SHOWN_MS = 8000;

export class Toasts {
  /** What is read out, in the page; the messages themselves are shown elsewhere. */
  element = h("div", { class: "pf-v5-u-screen-reader", role: "status" });
  #own = h("ul", { class: "pf-v5-c-alert-group pf-m-toast", role: "list" });
  #places = () => undefined;

  /** @param {function(): HTMLElement|null} place gives the list that others' messages are in, above all of the page */
  showIn(place = () => undefined) {
    this.#places = place;
  }

  say(title) {
    const close = iconButton("close", t("orgSwitcherTabClose"), { onclick: () => item.remove() });
    const item = h("li", { class: "pf-v5-c-alert-group__item", lang: language() }, alert("success", title, { close }));
    item.firstElementChild.classList.remove("pf-m-inline");
    (this.#places() ?? this.#ownList()).append(item);
    const said = h("span", {}, title);
    fill(this.element, said);
    setTimeout(() => {
      item.remove();
      said.remove();
    }, SHOWN_MS);
  }

  /** Where the console shows none, above all of its page, too. */
  #ownList() {
    document.body.append(this.#own);
    return this.#own;
  }

  end() {
    this.#own.remove();
  }
}
