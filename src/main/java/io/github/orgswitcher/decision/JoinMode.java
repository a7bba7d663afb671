package io.github.orgswitcher.decision;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a match of the email domain gives a person, per organization. */
public enum JoinMode {
    /** Nothing: the organization is not offered. */
    DISABLED,
    /** An offer to join with one click. */
    SUGGEST,
    /** An offer to ask; someone who administers the organization decides. */
    REQUEST,
    /** Membership, with nothing to click. */
    AUTOMATIC;

    /**
     * The mode of a name.
     *
     * @param name the name, as it is written here
     * @return the mode; empty where no mode has this name
     */
    public static Optional<JoinMode> named(String name) {
        return Stream.of(values()).filter(mode -> mode.name().equals(name)).findFirst();
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
