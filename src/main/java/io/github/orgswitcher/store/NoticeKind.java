package io.github.orgswitcher.store;

/** What a mail is about. */
public enum NoticeKind {
    /** Somebody asks to join: to those who decide. */
    REQUEST,
    /** The request was approved: to who asked. */
    APPROVED,
    /** The request was declined: to who asked. */
    DENIED,
    /** Somebody has joined: to them. */
    WELCOME,
    /** Somebody is invited: to them. */
    INVITATION
}
