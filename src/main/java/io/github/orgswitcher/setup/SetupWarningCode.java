package io.github.orgswitcher.setup;

/** Kinds of warnings. Names stay the same from version to version. */
public enum SetupWarningCode {
    /** Requests do not see what others commit, and Keycloak's caches do. */
    DATABASE_READS_REPEATABLY("orgSwitcherSetupWarningDatabase"),
    /** The required action was written without its settings, and those that it had are in force. */
    SETTINGS_ERASED("orgSwitcherSetupWarningSettingsErased"),
    /** A setting has a value that cannot be used, and what lets the fewest people in counts instead. */
    SETTING_CLOSED("orgSwitcherSetupWarningSettingClosed"),
    /** A setting has a value that cannot be used, and that is left out. */
    SETTING_IGNORED("orgSwitcherSetupWarningSettingIgnored"),
    /** There is no such setting. */
    SETTING_UNKNOWN("orgSwitcherSetupWarningSettingUnknown"),
    /** An organization's attributes say what cannot be understood, or there are no such ones: it lets nobody in. */
    ATTRIBUTES_MISREAD("orgSwitcherSetupWarningAttributes"),
    /** People ask to join an organization, and nobody is told who decides. */
    REQUESTS_REACH_NOBODY("orgSwitcherSetupWarningRequests"),
    /** In a session, nothing carries the session's organization past the step Cookie of a browser flow. */
    BROWSER_FLOW_WITHOUT_SWITCHER("orgSwitcherSetupWarningBrowserFlow"),
    /** In a flow, a mailbox alone opens accounts that have a second factor. */
    EMAIL_WITHOUT_SECOND_FACTOR("orgSwitcherSetupWarningSecondFactor"),
    /** In a first broker login flow, Keycloak's own mail links whatever account has the address, and verifies it in place. */
    FIRST_BROKER_LOGIN_LINKS_BY_MAIL("orgSwitcherSetupWarningLinking"),
    /** An identity provider has no mapper that says how far its word on an address goes. */
    PROVIDER_WITHOUT_EMAIL_AUTHORITY("orgSwitcherSetupWarningAuthority"),
    /** Another extension has the place of a mapper that keeps tokens to what was chosen. */
    MAPPER_OF_OTHERS("orgSwitcherSetupWarningMapper"),
    /** An identity provider is linked to organizations of which none manages its people: it counts as social. */
    PROVIDER_LINKED_UNMANAGED("orgSwitcherSetupWarningUnmanaged"),
    /** Keycloak itself makes everybody who comes by an identity provider a member of an organization. */
    EVERYBODY_JOINS("orgSwitcherSetupWarningEverybody");

    private final String messageKey;

    SetupWarningCode(String messageKey) {
        this.messageKey = messageKey;
    }

    /**
     * The warning as a sentence for administrators, which its parameters complete.
     *
     * @return a message key
     */
    public String messageKey() {
        return messageKey;
    }
}
