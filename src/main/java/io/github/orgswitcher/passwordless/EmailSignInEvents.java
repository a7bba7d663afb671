package io.github.orgswitcher.passwordless;

/** What the events of email sign-in say beside Keycloak's own words. None has an address, a code or a link in it. */
final class EmailSignInEvents {

    /** Detail of a login: {@code link} or {@code code}. */
    static final String PROOF = "email_sign_in";
    /** Detail of what has become of an account: {@link #SET_ASIDE}. */
    static final String SWITCHER = "org_switcher";
    /** The account lost an address that it had never proven, or is the one that the address's owner got. */
    static final String SET_ASIDE = "set_aside";
    /** Detail with the id of the other of these two accounts. */
    static final String OTHER_ACCOUNT = "org_switcher_account";
    /** Error: another mail was asked for before the wait was over. */
    static final String TOO_SOON = "email_sign_in_too_soon";
    /** Error: the address or the browser has had as many mails as the settings allow. */
    static final String TOO_MANY_MAILS = "email_sign_in_too_many_mails";
    /** Error: the code has been guessed at too often. */
    static final String TOO_MANY_TRIES = "email_sign_in_too_many_tries";
    /** Error: the link or the code of this mail has been used. */
    static final String USED = "email_sign_in_used";
    /** Error: the link is of an older mail than the latest. */
    static final String REPLACED = "email_sign_in_replaced";
    /** Error: the login that the link works in alone was given up, or begun anew. */
    static final String DROPPED = "email_sign_in_dropped";
    /** Error: the link works only in the browser that asked for it. */
    static final String OTHER_BROWSER = "email_sign_in_other_browser";

    /** Error: the account with this address has never proven it, and no other may be made. */
    static final String UNCONFIRMED = "email_sign_in_unconfirmed";
    /** Error: a user storage that may know the person does not answer. */
    static final String STORAGE_UNAVAILABLE = "org_switcher_storage_unavailable";
    /** Error: others wrote the same at the same moment, several times. */
    static final String CONFLICT = "org_switcher_conflict";

    /** Error: the realm gives no account to public and disposable addresses. */
    static final String PUBLIC_ADDRESS = "org_switcher_public_address";

    private EmailSignInEvents() {}
}
