package io.github.orgswitcher.decision;

/** How a person proved who they are. */
public enum SignInKind {
    /** By an identity provider that is not linked to an organization. */
    SOCIAL,
    /** By an identity provider that is linked to an organization. */
    ENTERPRISE,
    /** By an email link, an email code or a passkey. */
    PASSWORDLESS,
    /** By a password, and by everything else. */
    PASSWORD
}
