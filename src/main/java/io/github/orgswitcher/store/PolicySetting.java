package io.github.orgswitcher.store;

/** The settings of a join policy, each of which has an owner of its own. */
public enum PolicySetting {
    /** What a match gives. */
    JOIN_MODE("joinMode", "org-switcher.join-mode"),
    /** How many members there may be. */
    MAX_MEMBERS("maxMembers", "org-switcher.max-members"),
    /** The kinds of sign-in that open the organization. */
    SIGN_IN_KINDS("signInKinds", "org-switcher.sign-in-kinds"),
    /** The groups that a new member is put into. */
    DEFAULT_GROUPS("defaultGroups", "org-switcher.default-groups"),
    /** Whether only domains count that the organization has proven to own. */
    REQUIRE_VERIFIED_DOMAIN("requireVerifiedDomain", "org-switcher.require-verified-domain");

    private final String field;
    private final String attribute;

    PolicySetting(String field, String attribute) {
        this.field = field;
        this.attribute = attribute;
    }

    /**
     * The setting in JSON.
     *
     * @return the field's name
     */
    public String field() {
        return field;
    }

    /**
     * The organization's attribute that declares the setting.
     *
     * @return the attribute's name
     */
    public String attribute() {
        return attribute;
    }
}
