package io.github.orgswitcher.membership;

import io.github.orgswitcher.domain.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/**
 * Who is invited.
 *
 * @param address where the invitation goes
 * @param firstName the first name that it is made out to; null for none
 * @param lastName the last name that it is made out to; null for none
 */
public record Invitee(
        EmailAddress address,
        @Nullable String firstName,
        @Nullable String lastName) {

    /**
     * An address alone.
     *
     * @param address the address
     * @return the invitee
     */
    public static Invitee of(EmailAddress address) {
        return new Invitee(address, null, null);
    }

    /**
     * Somebody who has an account.
     *
     * @param address the account's address
     * @param user the account
     * @return the invitee
     */
    static Invitee of(EmailAddress address, UserModel user) {
        return new Invitee(address, user.getFirstName(), user.getLastName());
    }
}
