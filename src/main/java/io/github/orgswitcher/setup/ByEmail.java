package io.github.orgswitcher.setup;

/** Whether flows are to sign people in by email, and what that asks for. */
enum ByEmail {
    /** No sign-in by email. */
    NONE,
    /** The email opens the account, whatever second factor it has. */
    ALONE,
    /** Who has a second factor is asked for it, as beside the password. */
    WITH_SECOND_FACTOR
}
