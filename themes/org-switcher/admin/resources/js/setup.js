/** The extension in the realm: on, as far as the realm wants it, or off. For those who may see how the realm signs people in. */
import { fill, h } from "./dom.js";
import { emailSignInCard } from "./email-sign-in.js";
import { choice, field, form, formActions } from "./fields.js";
import { t } from "./messages.js";
import { alert, busy, button, card, confirmed, unread } from "./patternfly.js";
import { changes } from "./setup-changes.js";
import { unallowedPart } from "./unallowed.js";

const PATH = "org-switcher/setup";

/** What is on; nothing for those who may not see it. */
export const readState = ({ api }) => api.find(PATH);

/** The same, and the identity providers. */
export async function readSetup({ api }) {
  const [state, providers] = await Promise.all([
    readState({ api }),
    api.find("identity-provider/instances", { briefRepresentation: true }),
  ]);
  return state && providers && { state, providers };
}

/** Where people are offered nothing yet: that, and the way to the realm's page, which changes it. */
export function switchedOff({ realm }, state) {
  const href = `#/${encodeURIComponent(realm)}/organizations?automated-provisioning`;
  return (
    state &&
    !state.enabled &&
    alert("warning", t("orgSwitcherTabSetupOff"), {
      actions: h("a", { class: "pf-v5-c-button pf-m-link pf-m-inline", href }, t("orgSwitcherTabToRealm")),
    })
  );
}

/**
 * The set-up, and beside it what else is to be said of the realm.
 *
 * @param {function(): Promise} allowed shows the allowed domains anew
 * @returns {{card: HTMLElement, warnings: HTMLElement, unallowed: HTMLElement, email: HTMLElement, reload: function(): Promise}}
 *     warnings: what is wrong; unallowed: Keycloak's own domains that let nobody in; email: how people sign in by it; reload: shows
 *     all but the form anew, after a change elsewhere on the page
 */
export function setupPart(page, { state, providers }, allowed) {
  const warnings = h("div", { role: "status" });
  const email = h("div", {});
  const unallowed = unallowedPart(page, () => Promise.all([reload(), allowed()]));
  const content = h("div", {});
  let enabled;
  const tell = (now) => {
    fill(warnings, warningsOf(now), nextOf(now));
    unallowed.update(now.unallowedDomains);
    fill(email, emailSignInCard(page, now.emailSignIn));
  };
  const show = (now) => {
    enabled = now.enabled;
    tell(now);
    fill(content, setupForm(page, now, providers, changed));
  };
  const read = async (draw) => {
    const now = await page.attempt(
      () => page.api.get(PATH),
      (message) => fill(warnings, unread(message, () => read(draw))),
    );
    if (now && now.enabled === enabled) {
      draw(now);
    } else if (now) {
      await page.restart();
    }
  };
  // What is ticked in the form and not saved yet stays.
  const reload = () => read(tell);
  const changed = async () => {
    await read(show);
    content.querySelector("[type=submit]")?.focus();
  };
  show(state);
  return {
    card: card({ title: t("orgSwitcherTabSetup"), help: t("orgSwitcherTabSetupHelp"), more: "docs/setup.html#in-one-call" }, content),
    warnings,
    unallowed: unallowed.element,
    email,
    reload,
  };
}

function warningsOf({ warnings }) {
  return (
    warnings.length > 0 &&
    alert("warning", t("orgSwitcherTabSetupWarnings"), {
      body: h("ul", { class: "pf-v5-c-list" }, warnings.map(({ message }) => h("li", {}, message))),
    })
  );
}

/** As long as more is left than to look at it. */
function nextOf({ next }) {
  return (
    next.some(({ code }) => code !== "TRY") &&
    alert("info", t("orgSwitcherTabSetupNext"), {
      body: h("ul", { class: "pf-v5-c-list" }, next.map(({ message, link }) => h("li", {}, h("a", { href: link }, message)))),
    })
  );
}

function setupForm(page, state, providers, changed) {
  const locked = { disabled: !page.canSetUp, onchange: () => showChanges() };
  const check = (name, title, help, checked) => choice("checkbox", title, help, { name, checked, ...locked });
  const chosen = field(t("orgSwitcherTabSetupProviders"), {
    group: true,
    help: t(providers.length ? "orgSwitcherTabSetupProvidersHelp" : "orgSwitcherTabSetupProvidersNone"),
    control: () =>
      providers.map(({ alias, displayName }) =>
        choice("checkbox", displayName || alias, null, {
          name: "identityProviders",
          value: alias,
          checked: state.identityProviders.includes(alias),
          ...locked,
        }),
      ),
  });
  const flow = field(t("orgSwitcherTabSetupFlow"), {
    group: true,
    control: () => [
      check("browserFlow", t("orgSwitcherTabSetupBrowser"), t("orgSwitcherTabSetupBrowserHelp"), state.browserFlow || !state.enabled),
      check("passwordless", t("orgSwitcherTabSetupEmail"), t("orgSwitcherTabSetupEmailHelp"), state.passwordless),
      check(
        "emailSecondFactor",
        t("orgSwitcherTabSetupSecondFactor"),
        t("orgSwitcherTabSetupSecondFactorHelp"),
        state.emailSecondFactor,
      ),
    ],
  });
  const preview = h("div", { class: "org-switcher-notices", role: "status", "data-testid": "org-switcher-setup-changes" });
  const problem = h("div", { class: "org-switcher-notices" });
  const wanted = () => {
    const given = new FormData(element);
    const passwordless = given.has("passwordless");
    return {
      identityProviders: given.getAll("identityProviders"),
      browserFlow: passwordless || given.has("browserFlow"),
      passwordless,
      emailSecondFactor: given.has("emailSecondFactor"),
    };
  };
  const showChanges = () => fill(preview, page.canSetUp && changesOf(state, wanted(), providers));
  const refuse = (message, { field: name }) =>
    name === "identityProviders" ? chosen.refuse(message) : fill(problem, alert("danger", message, { live: true }));
  const send = (control, call, said) =>
    busy(control, async () => {
      fill(problem);
      chosen.refuse();
      const done = await page.attempt(async () => {
        await call();
        return true;
      }, refuse);
      if (done) {
        page.say(said);
        await changed();
      }
    });
  const remove = async ({ currentTarget: control }) => {
    const sure = await confirmed(page.host, {
      title: t("orgSwitcherTabSwitchOffTitle"),
      body: t("orgSwitcherTabSwitchOffBody"),
      action: t("orgSwitcherTabSwitchOff"),
    });
    if (sure) {
      await send(control, () => page.api.delete(PATH), t("orgSwitcherTabSetupRemoved"));
    }
  };
  const save = button(t(state.enabled ? "orgSwitcherTabSave" : "orgSwitcherTabSwitchOn"), { variant: "primary", type: "submit" });
  const element = form(
    { class: "pf-v5-c-form pf-m-horizontal", "data-testid": "org-switcher-setup" },
    () => send(save, () => page.api.put(PATH, wanted()), t("orgSwitcherTabSetupOn")),
    !state.enabled && alert("warning", t("orgSwitcherTabSetupOff")),
    chosen.element,
    flow.element,
    page.canSetUp &&
      formActions([preview, problem], save, state.enabled && button(t("orgSwitcherTabSwitchOff"), { variant: "link", onclick: remove })),
  );
  showChanges();
  return element;
}

function changesOf(state, wanted, providers) {
  const sentences = changes(state, wanted, providers);
  return sentences.length > 0
    ? alert("info", t("orgSwitcherTabSetupChanges"), {
        body: h("ul", { class: "pf-v5-c-list" }, sentences.map((sentence) => h("li", {}, sentence))),
      })
    : alert("info", t("orgSwitcherTabSetupNoChanges"));
}
