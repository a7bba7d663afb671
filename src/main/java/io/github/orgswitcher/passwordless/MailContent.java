package io.github.orgswitcher.passwordless;

/** What a sign-in mail carries. */
enum MailContent {
    LINK_AND_CODE,
    LINK,
    CODE;

    boolean hasLink() {
        return this != CODE;
    }

    boolean hasCode() {
        return this != LINK;
    }
}
