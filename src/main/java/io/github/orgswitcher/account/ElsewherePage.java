package io.github.orgswitcher.account;

/**
 * What {@code org-switcher-elsewhere.ftl} shows to who manages nothing under an address, and may be signed in as somebody else than the
 * mail with the address was for. Public, with getters, because FreeMarker reads it.
 */
public final class ElsewherePage {

    /** The button's field. */
    static final String ANOTHER = "another";

    static final String NAME = "orgSwitcherElsewhere";
    static final String TEMPLATE = "org-switcher-elsewhere.ftl";

    private final String account;
    private final String action;
    private final String back;
    private final String token;

    /**
     * The page.
     *
     * @param account the email address, or else the username
     * @param action where its form is posted
     * @param back the page "Your organizations"
     * @param token what shows that the form is this session's
     */
    ElsewherePage(String account, String action, String back, String token) {
        this.account = account;
        this.action = action;
        this.back = back;
        this.token = token;
    }

    /**
     * Who is signed in.
     *
     * @return the email address, or else the username
     */
    public String getAccount() {
        return account;
    }

    /**
     * Where the form is posted.
     *
     * @return the address
     */
    public String getAction() {
        return action;
    }

    /**
     * The page "Your organizations".
     *
     * @return its address
     */
    public String getBack() {
        return back;
    }

    /**
     * What shows that the form is this session's.
     *
     * @return the token
     */
    public String getToken() {
        return token;
    }
}
