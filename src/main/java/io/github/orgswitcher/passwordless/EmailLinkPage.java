package io.github.orgswitcher.passwordless;

/** What the page with the button shows. Public, with getters, because FreeMarker reads it. */
public final class EmailLinkPage {

    static final String NAME = "emailLink";
    static final String TEMPLATE = "org-switcher-email-link.ftl";

    private final String address;
    private final String key;

    EmailLinkPage(String address, String key) {
        this.address = address;
        this.key = key;
    }

    /**
     * Who would be signed in.
     *
     * @return the address
     */
    public String getAddress() {
        return address;
    }

    /**
     * What the button sends.
     *
     * @return a token that works in this browser alone
     */
    public String getKey() {
        return key;
    }
}
