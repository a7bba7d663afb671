/**
 * <org-switcher-tab>: automated provisioning of one organization. It takes the property context and knows nothing of
 * what surrounds it:
 *
 *   realm, organizationId   what is administered
 *   urls.api                the realm's admin REST, .../admin/realms/{realm}
 *   urls.messages           texts by language, .../resources/{realm of the sign-in}/admin
 *   urls.console            the console, .../admin/{realm of the sign-in}/console, which knows who the administrator is
 *   getAccessToken          gives a promise of an access token for these; called with {renew: true} where the server has
 *                           refused the last one; rejects with an error named SessionEnded where only a new sign-in helps
 */
import { Api, ApiError } from "./api.js";
import { domainsCard } from "./domains.js";
import { fill, h } from "./dom.js";
import { Draft } from "./draft.js";
import { readGroups } from "./groups.js";
import { loadMessages, t } from "./messages.js";
import { alert, button, emptyState, spinner, toasts } from "./patternfly.js";
import { peopleCard } from "./people.js";
import { policyCard } from "./policy.js";
import { previewCard } from "./preview.js";
import { refusedValues } from "./refused.js";
import { showSetup } from "./setup.js";
import { whoAmI } from "./who-am-i.js";

/** What has to be there before an element can show itself. */
export const prepare = loadMessages;

/** The tab's title. */
export const title = () => t("orgSwitcherTabTitle");

class OrgSwitcherTab extends HTMLElement {
  #context;
  #running = new AbortController();
  #leaving = false;
  #draft;
  #notices = h("div", { class: "org-switcher-notices org-switcher-sticky" });
  #content = h("div", {});
  #toasts = toasts();
  #warn = (event) => {
    if (!this.#leaving && !this.#draft?.isEmpty()) {
      event.preventDefault();
    }
  };

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
    this.replaceChildren(
      h("div", { class: "pf-v5-c-page__main-section pf-m-light" }, this.#notices, this.#content),
      this.#toasts.list,
    );
    addEventListener("beforeunload", this.#warn);
    if (this.#context) {
      this.#start();
    }
  }

  disconnectedCallback() {
    removeEventListener("beforeunload", this.#warn);
    this.#running.abort();
  }

  async #start() {
    this.#running.abort();
    this.#running = new AbortController();
    const { realm, organizationId, urls, getAccessToken } = this.#context;
    this.#draft = new Draft(realm, organizationId);
    fill(this.#notices);
    fill(this.#content, spinner("xl"));
    const running = this.#running;
    const page = {
      realm,
      organizationId,
      api: new Api(urls.api, getAccessToken, running.signal),
      path: `org-switcher/organizations/${encodeURIComponent(organizationId)}`,
      draft: this.#draft,
      host: this,
      say: this.#toasts.say,
      attempt: (action, failed) => this.#attempt(running, action, failed),
      change: (action, said, changed) => this.#change(running, action, said, changed),
    };
    const [policy, me, groups] =
      (await page.attempt(
        () => Promise.all([page.api.get(`${page.path}/policy`), whoAmI(this.#context, running.signal), readGroups(page)]),
        (message, error) => fill(this.#content, this.#noPolicy(message, error)),
      )) ?? [];
    if (policy && !running.signal.aborted) {
      page.canManage = policy.access.manage;
      page.groups = groups;
      page.canSetUp = ["manage-realm", "manage-identity-providers"].every((role) => me.realm_access[realm]?.includes(role));
      this.#show(page, policy);
    }
  }

  #show(page, policy) {
    const refused = h("div", {}, refusedValues(page, policy));
    const above = h("div", {});
    const below = h("div", {});
    const settings = policyCard(page, policy);
    const domains = domainsCard(page);
    const people = peopleCard(page, policy);
    page.reloadPolicy = async () => {
      const changed = await page.attempt(() => page.api.get(`${page.path}/policy`));
      if (changed) {
        fill(refused, refusedValues(page, changed));
        settings.update(changed);
        people.update(changed);
      }
    };
    fill(
      this.#content,
      h(
        "div",
        { class: "pf-v5-l-stack pf-m-gutter" },
        [
          refused,
          !page.canManage && alert("info", t("orgSwitcherTabReadOnly")),
          above,
          settings.element,
          domains,
          people.element,
          previewCard(page),
          below,
        ].map((part) => part && h("div", { class: "pf-v5-l-stack__item org-switcher-part" }, part)),
      ),
    );
    showSetup(page, above, below);
  }

  /** Runs what may fail: what it gives, or nothing after failed has been told why. */
  async #attempt(running, action, failed = (message) => this.#toasts.say("danger", message)) {
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
      failed(ended ? t("orgSwitcherTabSessionEnded") : error instanceof ApiError && error.message || t("orgSwitcherTabFailed"), error);
      return undefined;
    }
  }

  /** Makes a change to a row and shows it. A row that somebody else has changed or removed meanwhile is shown anew, too. */
  async #change(running, action, said, changed) {
    let anew = true;
    await this.#attempt(
      running,
      async () => {
        await action();
        this.#toasts.say("success", said);
      },
      (message, { status }) => {
        this.#toasts.say("danger", message);
        anew = status === 404 || status === 409;
      },
    );
    if (anew) {
      await changed();
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

  #noPolicy(message, error) {
    const forbidden = error.status === 403;
    return emptyState(forbidden ? t("orgSwitcherTabForbidden") : message, {
      level: "h2",
      body: forbidden ? t("orgSwitcherTabForbiddenBody") : null,
      action: !forbidden && button(t("orgSwitcherTabTryAgain"), { variant: "primary", onclick: () => this.#start() }),
    });
  }
}

customElements.define("org-switcher-tab", OrgSwitcherTab);
