package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Standing;
import org.jspecify.annotations.Nullable;

/** What is said to whoever belongs to disabled organizations alone, and is not without one. */
public final class OnlyDisabled {

    private OnlyDisabled() {}

    /**
     * The sentence.
     *
     * @param standing how the person stands
     * @param onlyOne whether nobody may belong to two organizations
     * @return its message key; null for whoever belongs to an enabled organization, or to none
     */
    public static @Nullable String messageKey(Standing standing, boolean onlyOne) {
        if (!standing.onlyDisabled()) {
            return null;
        }
        return onlyOne ? "orgSwitcherErrorOneOrganization" : "orgSwitcherVerdictOrganizationDisabled";
    }
}
