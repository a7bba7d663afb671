/** The extension in the realm: on, as far as the realm wants it, or off. For those who may see how the realm signs people in. */
import { fill, h } from "./dom.js";
import { choice, field, form, formActions } from "./fields.js";
import { t } from "./messages.js";
import { alert, busy, button, card, confirmed } from "./patternfly.js";

const PATH = "org-switcher/setup";

/**
 * Shows the set-up above the organization's own cards while it is off, else below them.
 *
 * @param page what all cards share
 * @param {HTMLElement} above
 * @param {HTMLElement} below
 */
export async function showSetup(page, above, below) {
  const [state, providers] =
    (await page.attempt(
      () => Promise.all([page.api.get(PATH), page.api.get("identity-provider/instances", { briefRepresentation: true })]),
      // Without the right there is nothing to see here, and the rest of the tab does not need it.
      () => undefined,
    )) ?? [];
  if (state) {
    const shown = setupCard(page, state, providers, () => showSetup(page, above, below));
    fill(above, !state.enabled && shown);
    fill(below, state.enabled && shown);
  }
}

function setupCard(page, state, providers, changed) {
  const locked = { disabled: !page.canSetUp };
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
  const send = (control, call, said) =>
    busy(control, async () => {
      const done = await page.attempt(async () => {
        await call();
        return true;
      });
      if (done) {
        page.say("success", said);
        await changed();
      }
    });
  const submit = () => {
    const given = new FormData(element);
    const passwordless = given.has("passwordless");
    const wanted = {
      identityProviders: given.getAll("identityProviders"),
      browserFlow: passwordless || given.has("browserFlow"),
      passwordless,
      emailSecondFactor: given.has("emailSecondFactor"),
    };
    return send(save, () => page.api.put(PATH, wanted), t("orgSwitcherTabSetupOn"));
  };
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
    submit,
    !state.enabled && alert("warning", t("orgSwitcherTabSetupOff")),
    state.warnings.length > 0 &&
      alert("warning", t("orgSwitcherTabSetupWarnings"), {
        body: h("ul", { class: "pf-v5-c-list" }, state.warnings.map(({ message }) => h("li", {}, message))),
      }),
    chosen.element,
    flow.element,
    page.canSetUp &&
      formActions(null, save, state.enabled && button(t("orgSwitcherTabSwitchOff"), { variant: "link", onclick: remove })),
  );
  return card(t("orgSwitcherTabSetup"), t("orgSwitcherTabSetupHelp"), element);
}
