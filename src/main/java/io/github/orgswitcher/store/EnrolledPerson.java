package io.github.orgswitcher.store;

import org.jspecify.annotations.Nullable;

/**
 * An enrollment with what the database knows of its person.
 *
 * @param enrollment the record
 * @param person the person; null where the caller may not see them, and where they are not in the local storage
 */
public record EnrolledPerson(
        Enrollment enrollment, @Nullable Person person) {

    /**
     * Names of a user.
     *
     * @param id the id
     * @param username the user name
     * @param email the email address, or null
     * @param firstName the first name, or null
     * @param lastName the last name, or null
     */
    public record Person(
            String id,
            String username,
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName) {}
}
