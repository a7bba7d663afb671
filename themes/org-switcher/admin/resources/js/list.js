/** A list of the server's that is searched and paged there. */
import { fill, h } from "./dom.js";
import { t } from "./messages.js";
import { emptyState, iconButton, spinner, unread } from "./patternfly.js";
import { Problems } from "./problems.js";
import { pageSizes, pagination, searchForm, toolbar } from "./toolbar.js";

/** As many as the console's own lists show. */
const PAGE_SIZES = [10, 20, 50, 100];

export class PagedList {
  /** What went wrong with its rows. */
  problems = new Problems();
  #options;
  #search = h("input", { class: "pf-v5-c-text-input-group__text-input", type: "search", autocomplete: "off", spellcheck: "false" });
  #rows = h("div", { "aria-busy": "false", tabindex: "-1" });
  #range = h("div", { class: "pf-v5-c-pagination__total-items org-switcher-range", role: "status" });
  #previous;
  #next;
  #first = 0;
  #size = PAGE_SIZES[0];
  #latest;

  /**
   * @param {Object} options
   * @param {function({search: string, first: number, max: number}): Promise<Array>} options.load gets a page
   * @param {function({search: string}): Promise<number>} options.count counts the rows of all pages; may be left out
   * @param {function(Array, PagedList): Node} options.show makes a table
   * @param {string} options.searchLabel
   * @param {string} options.none what to say where there is nothing at all
   * @param {Node[]} options.filters further elements of the tool bar
   * @param options.page what all cards share
   * @param {function(): Promise} options.changed what else to show anew after a change
   */
  constructor(options) {
    this.#options = options;
    this.#previous = iconButton("previous", t("orgSwitcherTabPrevious"), { disabled: true, onclick: () => this.#turn(-this.#size) });
    this.#next = iconButton("next", t("orgSwitcherTabNext"), { disabled: true, onclick: () => this.#turn(this.#size) });
    this.#search.setAttribute("aria-label", options.searchLabel);
    this.#search.setAttribute("placeholder", options.searchLabel);
    this.#search.setAttribute("title", t("orgSwitcherTabSearchHelp"));
    // Also when the browser's own button has emptied it.
    this.#search.addEventListener("search", () => this.reset());
    this.element = h("div", {}, this.#toolbar(), this.problems.element, this.#rows);
  }

  /** Starts over with the first page. */
  reset() {
    this.#first = 0;
    return this.reload();
  }

  async reload() {
    const ticket = (this.#latest = {});
    this.#rows.setAttribute("aria-busy", "true");
    if (!this.#rows.hasChildNodes()) {
      fill(this.#rows, spinner());
    }
    const search = this.#search.value.trim();
    const failed = (message) => this.#latest === ticket && this.#fail(message);
    // One more than is shown tells whether there is a next page.
    const page = { search, first: this.#first, max: this.#size + 1 };
    const read = () => Promise.all([this.#options.load(page), this.#options.count?.({ search })]);
    const [found, total] = (await this.#options.page.attempt(read, failed)) ?? [];
    if (found && this.#latest === ticket) {
      if (found.length === 0 && this.#first > 0) {
        this.#first -= this.#size;
        return this.reload();
      }
      this.#show(found, total, search);
    }
  }

  /**
   * Makes a change to a row, and shows the list anew.
   *
   * @param {string} key the row, among its problems
   * @param {function(): Promise} action
   * @param {string} said what to say when it is done
   */
  change(key, action, said) {
    return this.changeAll([[key, action]], () => said);
  }

  /**
   * Makes changes to rows, one after the other. What is refused stands at its row; one that somebody else has changed or
   * removed meanwhile is shown anew, too.
   *
   * @param {Array<[string, function(): Promise]>} changes
   * @param {function(number): string} said what to say when so many are done
   */
  async changeAll(changes, said) {
    const { page, changed } = this.#options;
    const pressed = document.activeElement;
    let done = 0;
    let anew = false;
    for (const [key, action] of changes) {
      this.problems.mended(key);
      await page.attempt(
        async () => {
          await action();
          this.problems.settled(key);
          done += 1;
        },
        (message, { status }) => {
          this.problems.tell(key, message);
          anew ||= status === 404 || status === 409;
        },
      );
    }
    if (done > 0) {
      page.say(said(done));
    }
    if (done > 0 || anew) {
      await Promise.all([this.reload(), changed?.()]);
      if (pressed.disabled) {
        this.#takeFocus();
      }
    }
  }

  #show(found, total, search) {
    const shown = found.slice(0, this.#size);
    this.#rows.setAttribute("aria-busy", "false");
    const none = search || this.#options.filtered?.() ? t("orgSwitcherTabNoMatch") : this.#options.none;
    const body = search && t("orgSwitcherTabSearchHelp");
    const focused = this.#rows.contains(document.activeElement);
    const draw = () => (shown.length ? this.#options.show(shown, this) : emptyState(none, { body, small: true }));
    fill(this.#rows, this.problems.around(draw));
    if (focused) {
      // A row's button goes with the row; the keyboard stays at the list.
      this.#takeFocus();
    }
    const range = `${this.#first + 1} – ${this.#first + shown.length}`;
    const ofTotal = total === undefined ? range : t("orgSwitcherTabOf", range, total);
    fill(this.#range, shown.length ? ofTotal : "0");
    this.#previous.disabled = this.#first === 0;
    this.#next.disabled = found.length <= this.#size;
  }

  #takeFocus() {
    this.#rows.focus({ preventScroll: true });
  }

  #fail(message) {
    this.#rows.setAttribute("aria-busy", "false");
    fill(this.#rows, unread(message, () => this.reload()));
  }

  #turn(by) {
    this.#first = Math.max(0, this.#first + by);
    return this.reload();
  }

  #toolbar() {
    const { filters = [], pagesLabel, searchLabel } = this.#options;
    const resize = (size) => {
      this.#size = size;
      return this.reset();
    };
    return toolbar(
      searchForm(this.#search, searchLabel, () => this.reset()),
      filters,
      pagination(pagesLabel, { range: this.#range, sizes: pageSizes(pagesLabel, PAGE_SIZES, resize), previous: this.#previous, next: this.#next }),
    );
  }
}
