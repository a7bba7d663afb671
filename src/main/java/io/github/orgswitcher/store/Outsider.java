package io.github.orgswitcher.store;

import io.github.orgswitcher.store.EnrolledPerson.Person;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in Keycloak's own storage whose verified address seems to be on a domain that an organization allows, and who is no
 * member of it. Whether it is, {@link io.github.orgswitcher.domain.EmailAddress} decides.
 *
 * @param person who
 * @param enabled whether the account is
 * @param storage the id of the user storage that Keycloak has imported the account from; null for none
 */
public record Outsider(
        Person person, boolean enabled, @Nullable String storage) {}
