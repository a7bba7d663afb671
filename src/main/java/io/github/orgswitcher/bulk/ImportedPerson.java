package io.github.orgswitcher.bulk;

import io.github.orgswitcher.domain.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to be brought into an organization that the administrator may manage.
 *
 * @param orgId the organization
 * @param address the person's address
 * @param firstName the first name; null where the file has none
 * @param lastName the last name; null where the file has none
 */
public record ImportedPerson(
        String orgId,
        EmailAddress address,
        @Nullable String firstName,
        @Nullable String lastName) {}
