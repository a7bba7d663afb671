/** A list of the server's that is searched and paged there. */
import { ApiError } from "./api.js";
import { fill, h } from "./dom.js";
import { placeIn } from "./focus.js";
import { t } from "./messages.js";
import { emptyState, iconButton, spinner, unread } from "./patternfly.js";
import { Problems } from "./problems.js";
import { pageSizes, pagination, searchForm, toolbar } from "./toolbar.js";

/** As many as the console's own lists show. */
const PAGE_SIZES = [10, 20, 50, 100];
/** As long as the server takes one. */
const SEARCH_LENGTH = 255;

export class PagedList {
  /** What went wrong with its rows. */
  problems = new Problems();
  #options;
  #search = h("input", { class: "pf-v5-c-text-input-group__text-input", type: "search", maxlength: SEARCH_LENGTH, autocomplete: "off", spellcheck: "false" });
  #rows = h("div", { "aria-busy": "false", role: "group", tabindex: "-1" });
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
   * @param {string} options.label what the rows are
   * @param {string} options.searchLabel
   * @param {string} options.none what to say where there is nothing at all
   * @param {Node[]} options.filters further elements of the tool bar
   * @param options.page what all cards share
   * @param {function(string): void} options.settled is told of each row of a change with which there is nothing left to do
   * @param {function(): Promise} options.changed what else to show anew after a change
   */
  constructor(options) {
    this.#options = options;
    this.#previous = iconButton("previous", t("orgSwitcherTabPrevious"), { disabled: true, onclick: () => this.#turn(-this.#size) });
    this.#next = iconButton("next", t("orgSwitcherTabNext"), { disabled: true, onclick: () => this.#turn(this.#size) });
    this.#rows.setAttribute("aria-label", options.label);
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
   * removed meanwhile is shown anew, too. Where nobody answers, or asks to sign in first, that is said once, and what comes
   * after is left.
   *
   * @param {Array<[string, function(): Promise]>} changes
   * @param {function(number): string} said what to say when so many are done
   */
  async changeAll(changes, said) {
    const pressed = document.activeElement;
    const { page, changed, settled } = this.#options;
    let done = 0;
    let anew = false;
    let unanswered = false;
    for (const [key, action] of changes) {
      if (unanswered) {
        break;
      }
      this.problems.mended(key);
      await page.attempt(
        async () => {
          await action();
          this.problems.settled(key);
          settled?.(key);
          done += 1;
        },
        (message, error) => {
          this.problems.tell(key, message);
          anew ||= error.status === 404 || error.status === 409;
          unanswered = !(error instanceof ApiError) || error.status === 401;
          if (error.status === 404) {
            settled?.(key);
          }
        },
      );
    }
    if (done > 0) {
      page.say(said(done));
    }
    if (done > 0 || anew) {
      await Promise.all([this.reload(), changed?.()]);
      if (pressed.disabled) {
        this.#rows.focus({ preventScroll: true });
      }
    }
  }

  #show(found, total, search) {
    const shown = found.slice(0, this.#size);
    this.#rows.setAttribute("aria-busy", "false");
    const none = search || this.#options.filtered?.() ? t("orgSwitcherTabNoMatch") : this.#options.none;
    const body = search && t("orgSwitcherTabSearchHelp");
    const goBack = placeIn(this.#rows);
    const draw = () => (shown.length ? this.#options.show(shown, this) : emptyState(none, { body, small: true }));
    fill(this.#rows, this.problems.around(draw));
    goBack?.();
    const range = `${this.#first + 1} – ${this.#first + shown.length}`;
    const ofTotal = total === undefined ? range : t("orgSwitcherTabOf", range, total);
    fill(this.#range, shown.length ? ofTotal : "0");
    this.#previous.disabled = this.#first === 0;
    this.#next.disabled = found.length <= this.#size;
  }

  #fail(message) {
    const focused = this.#rows.contains(document.activeElement);
    this.#rows.setAttribute("aria-busy", "false");
    fill(this.#rows, unread(message, () => this.reload()));
    fill(this.#range);
    this.#previous.disabled = this.#next.disabled = true;
    if (focused) {
      this.#rows.querySelector("button").focus();
    }
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
