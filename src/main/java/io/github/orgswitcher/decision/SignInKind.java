package io.github.orgswitcher.decision;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a person proved who they are. */
public enum SignInKind {
    /** By an identity provider that is not linked to an organization. */
    SOCIAL,
    /** By an identity provider that is linked to an organization. */
    ENTERPRISE,
    /** By an email link, an email code or a passkey. */
    PASSWORDLESS,
    /** By a password, and by everything else. */
    PASSWORD;

    /**
     * The kind of a name.
     *
     * @param name the name, as it is written here
     * @return the kind; empty where no kind has this name
     */
    public static Optional<SignInKind> named(String name) {
        return Stream.of(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    /**
     * All names, for messages.
     *
     * @return the names, separated by commas
     */
    public static String names() {
        return Stream.of(values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
