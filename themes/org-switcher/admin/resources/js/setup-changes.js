/** What a set-up would change in the realm, in sentences, before it does. */
import { t } from "./messages.js";

/**
 * @param {Object} state what is on
 * @param {{identityProviders: string[], browserFlow: boolean, passwordless: boolean, emailSecondFactor: boolean}} wanted
 * @param {Array<{alias: string, displayName: string}>} providers the realm's identity providers
 * @returns {string[]} none where all is as it is wanted
 */
export function changes(state, wanted, providers) {
  const nameOf = (alias) => providers.find((provider) => provider.alias === alias)?.displayName || alias;
  const added = wanted.identityProviders.filter((alias) => !state.identityProviders.includes(alias));
  const removed = state.identityProviders.filter((alias) => !wanted.identityProviders.includes(alias));
  return [
    !state.organizationsEnabled && t("orgSwitcherTabChangeOrganizations"),
    !state.enabled && t("orgSwitcherTabChangeOn"),
    ...added.map((alias) => t("orgSwitcherTabChangeProviderOn", nameOf(alias))),
    ...removed.map((alias) => t("orgSwitcherTabChangeProviderOff", nameOf(alias))),
    turned(state.browserFlow, wanted.browserFlow, "orgSwitcherTabChangeBrowserOn", "orgSwitcherTabChangeBrowserOff"),
    turned(state.passwordless, wanted.passwordless, "orgSwitcherTabChangeEmailOn", "orgSwitcherTabChangeEmailOff"),
    wanted.passwordless &&
      turned(
        state.passwordless ? state.emailSecondFactor : undefined,
        wanted.emailSecondFactor,
        "orgSwitcherTabChangeSecondFactorOn",
        "orgSwitcherTabChangeSecondFactorOff",
      ),
  ].filter(Boolean);
}

function turned(before, after, on, off) {
  return before === after ? undefined : t(after ? on : off);
}
