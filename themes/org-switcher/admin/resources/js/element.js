/**
 * What the extension's elements in the console have in common. An element takes the property context and knows nothing of
 * what surrounds it:
 *
 *   realm, organizationId   what is administered; no organization for what is the realm's
 *   urls.api                the realm's admin REST, .../admin/realms/{realm}
 *   urls.messages           texts by language, .../resources/{realm of the sign-in}/admin
 *   urls.console            the console, .../admin/{realm of the sign-in}/console, which knows who the administrator is
 *   getAccessToken          gives a promise of an access token for these; called with {renew: true} where the server has
 *                           refused the last one; rejects with an error named SessionEnded where only a new sign-in helps
 *   toasts                  gives the list in which the console shows what has been done; may be left out
 */
import { Api, ApiError, NoAnswer } from "./api.js";
import { fill, h } from "./dom.js";
import { Draft } from "./draft.js";
import { language, loadMessages, t } from "./messages.js";
import { setAttributes } from "./markup.js";
import { alert, button, emptyState, spinner } from "./patternfly.js";
import { Toasts } from "./toasts.js";

export { language };

/** What has to be there before an element can show itself. */
export const prepare = loadMessages;

export class ProvisioningElement extends HTMLElement {
  #context;
  #running = new AbortController();
  #leaving = false;
  #draft;
  #notices = h("div", { class: "org-switcher-notices org-switcher-sticky" });
  #content = h("div", { tabindex: "-1" });
  #toasts = new Toasts();
  #warn = (event) => {
    if (!this.#leaving && !this.#draft?.isEmpty()) {
      event.preventDefault();
    }
  };

  /** Reads what {@link draw} needs; may reject. */
  load() {
    throw new Error("An element knows what it reads");
  }

  /** Draws what was read. */
  draw() {
    throw new Error("An element knows what it draws");
  }

  /** What to say where the right to read is missing, {title, body}; nothing where the server's own words do. */
  forbidden() {
    return undefined;
  }

  get context() {
    return this.#context;
  }

  set context(context) {
    this.#context = context;
    if (this.isConnected) {
      this.#start();
    }
  }

  connectedCallback() {
    this.classList.add("org-switcher");
    // The console calls its page English, whatever it shows.
    this.lang = language();
    setAttributes(this.#content, { role: "group", "aria-label": t("orgSwitcherTabTitle") });
    this.replaceChildren(
      h("div", { class: "pf-v5-c-page__main-section pf-m-light" }, this.#notices, this.#content),
      this.#toasts.element,
    );
    addEventListener("beforeunload", this.#warn);
    if (this.#context) {
      this.#start();
    }
  }

  disconnectedCallback() {
    removeEventListener("beforeunload", this.#warn);
    this.#toasts.end();
    this.#running.abort();
  }

  async #start() {
    const focused = this.contains(document.activeElement);
    this.#running.abort();
    const running = (this.#running = new AbortController());
    const { realm, organizationId, urls, getAccessToken, toasts } = this.#context;
    this.#toasts.showIn(toasts);
    this.#draft = new Draft(realm, organizationId ?? "");
    fill(this.#notices);
    fill(this.#content, spinner("xl"));
    const page = {
      realm,
      organizationId,
      context: this.#context,
      signal: running.signal,
      api: new Api(urls.api, getAccessToken, running.signal),
      draft: this.#draft,
      host: this,
      say: (done) => this.#toasts.say(done),
      attempt: (action, failed) => this.#attempt(running, action, failed),
      restart: () => this.#start(),
      focus: () => this.#content.focus({ preventScroll: true }),
    };
    const loaded = await page.attempt(
      () => this.load(page),
      (message, error) => fill(this.#content, this.#unread(message, error)),
    );
    if (loaded && !running.signal.aborted) {
      fill(this.#content, this.draw(page, loaded));
    }
    if (focused) {
      // What was pressed is gone; the keyboard stays here.
      page.focus();
    }
  }

  /**
   * Runs what may fail: what it gives, or nothing after failed has been told why, to say so where it was asked for and let
   * it stand there.
   */
  async #attempt(running, action, failed) {
    try {
      return await action();
    } catch (error) {
      if (running.signal.aborted) {
        return undefined;
      }
      const ended = error.name === "SessionEnded" || (error instanceof ApiError && error.status === 401);
      if (ended) {
        this.#askToSignInAgain();
      } else if (!(error instanceof ApiError)) {
        console.warn("org-switcher:", error);
      }
      failed(ended ? t("orgSwitcherTabSessionEnded") : reasonOf(error), error);
      return undefined;
    }
  }

  /** The console signs people in when it is loaded, and comes back to where it was. */
  #askToSignInAgain() {
    const again = button(t("orgSwitcherTabSignIn"), {
      variant: "link",
      onclick: () => {
        this.#leaving = true;
        location.reload();
      },
    });
    fill(
      this.#notices,
      alert("warning", t("orgSwitcherTabSessionEnded"), { body: t("orgSwitcherTabSessionEndedBody"), actions: again, live: true }),
    );
  }

  #unread(message, { status }) {
    const forbidden = status === 403 && this.forbidden();
    return emptyState(forbidden ? forbidden.title : message, {
      level: "h2",
      body: forbidden ? forbidden.body : null,
      action: !forbidden && button(t("orgSwitcherTabTryAgain"), { variant: "primary", onclick: () => this.#start() }),
    });
  }
}

function reasonOf(error) {
  const reason = error instanceof NoAnswer ? t("orgSwitcherTabNoAnswer") : error instanceof ApiError && error.message;
  return reason || t("orgSwitcherTabFailed");
}

/** Parts of a page, one below the other; those that have nothing to say take no room. */
export function stack(...parts) {
  return h(
    "div",
    { class: "org-switcher-stack" },
    parts.map((part) => part && h("div", { class: "org-switcher-part" }, part)),
  );
}
