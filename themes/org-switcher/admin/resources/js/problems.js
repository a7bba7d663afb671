/** What went wrong with rows of a list: it stands at its row until it is mended, and above the list where the row is gone. */
import { fill, h } from "./dom.js";
import { alert } from "./patternfly.js";

export class Problems {
  /** Above the list. */
  element = h("div", { class: "org-switcher-notices" });
  #messages = new Map();
  #places = new Map();

  /** The place in a row that is being drawn. */
  at(key) {
    const place = h("div", { class: "org-switcher-problem" });
    this.#places.set(key, place);
    this.#show(key);
    return place;
  }

  tell(key, message) {
    this.#messages.set(key, message);
    this.#show(key);
  }

  mended(key) {
    this.#messages.delete(key);
    this.#show(key);
  }

  /** Draws a list's rows; what belongs to none of them is told once, above them. */
  around(draw) {
    this.#places.clear();
    const drawn = draw();
    const left = [...this.#messages].filter(([key]) => !this.#places.has(key));
    left.forEach(([key]) => this.#messages.delete(key));
    fill(this.element, left.map(([, message]) => refusal(message)));
    return drawn;
  }

  #show(key) {
    const message = this.#messages.get(key);
    const place = this.#places.get(key);
    if (place) {
      fill(place, message && refusal(message));
    }
  }
}

function refusal(message) {
  return alert("danger", message, { live: true });
}
