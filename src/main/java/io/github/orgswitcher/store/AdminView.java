package io.github.orgswitcher.store;

/** How much of a kind of thing, such as organizations or users, the administrator of the session may view. */
public enum AdminView {
    /** None of them. */
    NONE,
    /** Those that fine-grained permissions name. Where no permission narrows a query down, that is none. */
    NAMED,
    /** All of them, but for those that fine-grained permissions deny. */
    ALL
}
