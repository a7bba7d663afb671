/** What went wrong with rows of a list: it stands at its control until it is mended, and above the list where the row is gone. */
import { fill, h, newId } from "./dom.js";
import { setAttributes } from "./markup.js";
import { alert } from "./patternfly.js";

export class Problems {
  /** Above the list. */
  element = h("div", { class: "org-switcher-notices" });
  #messages = new Map();
  #places = new Map();

  /**
   * The place in a row that is being drawn.
   *
   * @param {string} key the row; a control that has a place of its own is named after it, as in "row/control"
   * @param {...HTMLElement} controls those that are described by what stands there
   */
  at(key, ...controls) {
    const place = h("div", { class: "org-switcher-problem", id: newId() });
    this.#places.set(key, { place, controls });
    this.#show(key);
    return place;
  }

  has(key) {
    return this.#messages.has(key);
  }

  tell(key, message) {
    this.#messages.set(key, message);
    if (this.#places.has(key)) {
      this.#show(key);
    } else {
      this.element.append(refusal(message));
    }
  }

  mended(key) {
    this.#messages.delete(key);
    this.#show(key);
  }

  /** The row is as it was asked to be, and perhaps no more: so are its controls. */
  settled(key) {
    const own = [...this.#messages.keys()].filter((each) => each === key || each.startsWith(`${key}/`));
    own.forEach((each) => this.mended(each));
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
    const { place, controls } = this.#places.get(key) ?? {};
    if (place) {
      fill(place, message && refusal(message));
      controls.forEach((control) => setAttributes(control, { "aria-describedby": message ? place.id : null }));
      const fields = controls.filter((control) => control.matches("select"));
      fields.forEach((control) => setAttributes(control, { "aria-invalid": message ? "true" : null }));
    }
  }
}

function refusal(message) {
  return alert("danger", message, { live: true });
}
