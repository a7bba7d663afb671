package io.github.orgswitcher.setup;

/** What may be left to do. Names stay the same from version to version. */
public enum NextStepCode {
    /** No identity provider leads to the switcher, and nobody signs in by email. */
    WAY_IN("orgSwitcherSetupNextWayIn"),
    /** There is no organization. */
    ORGANIZATION("orgSwitcherSetupNextOrganization"),
    /** There are organizations, and no domain is allowed in any. */
    ALLOWED_DOMAIN("orgSwitcherSetupNextDomain"),
    /** The Admin Console does not show the tab, and the administrator may change that. */
    CONSOLE_TAB("orgSwitcherSetupNextTab"),
    /** The Admin Console does not show the tab, and somebody else must change that. */
    CONSOLE_TAB_BY_OTHERS("orgSwitcherSetupNextTabByOthers"),
    /** Where one sees what people see. */
    TRY("orgSwitcherSetupNextTry");

    private final String messageKey;

    NextStepCode(String messageKey) {
        this.messageKey = messageKey;
    }

    /**
     * What to do, as a sentence for administrators, which its parameters complete.
     *
     * @return a message key
     */
    public String messageKey() {
        return messageKey;
    }
}
