/** A place in the console where the extension has something to show, while the address leads there. */
import { guarded, report } from "./report.js";

const PATIENCE_MS = 5_000;

export class Place {
  #what;
  #anchor;
  #load;
  #contextOf;
  #ready;
  #failed = false;
  #alarm;

  /**
   * @param {Object} options
   * @param {string} options.what what is shown there, for those who look for it in vain
   * @param {string} options.anchor selects the console's element that it is put to
   * @param {function(): Promise} options.load loads the module of the element to show
   * @param {function(Object): Object} options.contextOf gives that element's context
   */
  constructor({ what, anchor, load, contextOf }) {
    this.#what = what;
    this.#anchor = anchor;
    this.#load = load;
    this.#contextOf = contextOf;
  }

  /** What the address names; nothing where it leads elsewhere. */
  locate() {
    throw new Error("A place knows its addresses");
  }

  /** Shows it, or shows it anew. The page may have changed since the last time, and may not have. */
  show() {
    throw new Error("A place knows what it shows");
  }

  /** Takes away what the console would leave there. */
  leave() {}

  contextOf(where) {
    return this.#contextOf(where);
  }

  /** Another address: what has failed may work now. */
  retry() {
    if (this.#failed) {
      this.#failed = false;
      this.#ready = undefined;
    }
  }

  update() {
    const where = this.locate(location.hash);
    const anchor = where && document.querySelector(this.#anchor);
    this.#expect(Boolean(where) && !anchor);
    if (!anchor) {
      this.leave();
      return;
    }
    this.#ready ??= this.#prepare(where);
    this.#ready.then(
      (module) => guarded(this.#what, () => this.#showIfStillThere(module, where)),
      (error) => {
        this.#failed = true;
        report(this.#what, "its modules or texts could not be loaded", error);
      },
    );
  }

  async #prepare(where) {
    const module = await this.#load();
    await module.prepare(this.#contextOf(where));
    return module;
  }

  #showIfStillThere(module, where) {
    const anchor = document.querySelector(this.#anchor);
    if (anchor && JSON.stringify(this.locate(location.hash)) === JSON.stringify(where)) {
      this.show(module, anchor, where);
    }
  }

  #expect(missing) {
    if (!missing) {
      clearTimeout(this.#alarm);
      this.#alarm = undefined;
    } else {
      this.#alarm ??= setTimeout(() => report(this.#what, `the page has no element ${this.#anchor}`), PATIENCE_MS);
    }
  }
}
