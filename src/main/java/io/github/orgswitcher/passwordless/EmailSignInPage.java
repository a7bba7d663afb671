package io.github.orgswitcher.passwordless;

import org.jspecify.annotations.Nullable;

/** What the pages show. Public, with getters, because FreeMarker reads it. */
public final class EmailSignInPage {

    static final String NAME = "emailSignIn";
    static final String TEMPLATE = "org-switcher-email.ftl";

    private final EmailSignInConfig config;
    private final Whom whom;
    private final @Nullable SentState sent;
    private final EmailSignInForm form;
    private final boolean atStake;

    EmailSignInPage(
            EmailSignInConfig config, Whom whom, @Nullable SentState sent, EmailSignInForm form, boolean atStake) {
        this.config = config;
        this.whom = whom;
        this.sent = sent;
        this.form = form;
        this.atStake = atStake;
    }

    /**
     * Whether the address is proven, and an older account would lose it that has something to lose.
     *
     * @return whether to ask before that happens
     */
    public boolean isAtStake() {
        return atStake;
    }

    /**
     * Whether an account at an identity provider is to be linked, so that whoever starts over starts before that.
     *
     * @return whether it is
     */
    public boolean isLinking() {
        return whom.isLinking();
    }

    /**
     * Whether a mail is on its way.
     *
     * @return whether to ask for what it carries
     */
    public boolean isSent() {
        return sent != null;
    }

    /**
     * How long to wait before another mail may be asked for.
     *
     * @return seconds
     */
    public long getWait() {
        return sent == null ? 0 : sent.waitSeconds();
    }

    /**
     * Whether another mail was asked for before that.
     *
     * @return whether the message says no more than how long to wait
     */
    public boolean isTooSoon() {
        return sent != null && sent.tooSoon();
    }

    /**
     * Whether somebody has signed in by the mail's link in another browser.
     *
     * @return whether there is nothing more to do here
     */
    public boolean isUsedElsewhere() {
        return sent != null && sent.usedElsewhere();
    }

    /**
     * Where the page is drawn anew, as things are then.
     *
     * @return an address; empty before a mail was sent
     */
    public String getRefresh() {
        return sent == null ? "" : sent.refresh().toString();
    }

    /**
     * Where the page may ask whether the mail was used.
     *
     * @return an address; empty before a mail was sent
     */
    public String getUsed() {
        return sent == null ? "" : sent.used().toString();
    }

    /**
     * What it asks for there.
     *
     * @return the mail's id; empty before a mail was sent
     */
    public String getMailId() {
        return sent == null ? "" : sent.mail().id();
    }

    /**
     * Where the mail went; not said where the person has not typed it.
     *
     * @return the address, or empty
     */
    public String getAddress() {
        return sent == null || isKnown() ? "" : sent.mail().address().text();
    }

    /**
     * Whether it is settled who is signing in.
     *
     * @return whether to ask for no address
     */
    public boolean isKnown() {
        return whom.user() != null;
    }

    /**
     * What stands in the field for the address.
     *
     * @return the text, or empty
     */
    public String getEmail() {
        return form.email().isEmpty() ? whom.hint() : form.email();
    }

    /**
     * Whether the person may be remembered.
     *
     * @return whether to show the box
     */
    public boolean isRememberMe() {
        return whom.isRememberMe();
    }

    /**
     * Whether the box to be remembered is ticked.
     *
     * @return whether it is
     */
    public boolean isRemembered() {
        return form.rememberMe();
    }

    /**
     * Whether the mail has a code.
     *
     * @return whether to ask for it
     */
    public boolean isCode() {
        return sent == null ? config.mailContent().hasCode() : sent.mail().codeHash() != null;
    }

    /**
     * Whether the mail has a link.
     *
     * @return whether to speak of it
     */
    public boolean isLink() {
        return config.mailContent().hasLink();
    }

    /**
     * How long link and code can be used.
     *
     * @return minutes, rounded up
     */
    public int getMinutes() {
        return config.lifetimeMinutes();
    }
}
