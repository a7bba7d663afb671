package io.github.orgswitcher.passwordless;

/** How it was settled whose account an address opens. */
sealed interface Settlement {

    /** It opens this one. */
    record Owner(String userId) implements Settlement {}

    /** Nothing has changed yet: there is an account that would lose the address, and has something to lose with it. */
    record AtStake() implements Settlement {}

    /** Nothing has changed yet: another user has the address than the one whose record is locked. */
    record Lock(String userId) implements Settlement {}
}
