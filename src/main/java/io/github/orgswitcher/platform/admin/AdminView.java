package io.github.orgswitcher.platform.admin;

import org.keycloak.models.RealmModel;

/** How much of a kind of thing, such as organizations or users, the administrator of the session may view. */
public enum AdminView {
    /** None of them. */
    NONE,
    /** Those that fine-grained permissions name. Where no permission narrows a query down, that is none. */
    NAMED,
    /** All of them, but for those that fine-grained permissions deny, which let the administrator view the others. */
    PERMITTED,
    /** All of them, by a role that no permission narrows down. */
    ALL,
    /** All of them: whoever asks does so as no administrator, and what they may see is asked elsewhere. */
    UNFILTERED;

    static AdminView of(RealmModel realm, boolean byRole, boolean viewsAll, boolean queries) {
        if (byRole) {
            return ALL;
        }
        if (viewsAll) {
            return PERMITTED;
        }
        return queries && FineGrained.isOn(realm) ? NAMED : NONE;
    }

    /**
     * Whether there is nothing to leave out, so that a list may be read in any way.
     *
     * @return whether none is hidden
     */
    public boolean isWhole() {
        return this == ALL || this == UNFILTERED;
    }
}
