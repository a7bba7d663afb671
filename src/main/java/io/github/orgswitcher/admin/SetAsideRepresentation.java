package io.github.orgswitcher.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.orgswitcher.admin.EnrollmentRepresentation.User;
import io.github.orgswitcher.store.SetAsideAccount;
import org.jspecify.annotations.Nullable;

/**
 * An account that lost an address to its owner, as JSON.
 *
 * @param account the account that was set aside; it has kept all but the address
 * @param ownerId the account that the owner of the address has
 * @param owner who that is; absent where the administrator may not view them, or they are gone
 * @param setAsideAt when, in milliseconds since 1970
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SetAsideRepresentation(
        User account, String ownerId, @Nullable User owner, long setAsideAt) {

    static SetAsideRepresentation of(SetAsideAccount setAside) {
        return new SetAsideRepresentation(
                User.of(setAside.account()),
                setAside.ownerId(),
                setAside.owner() == null ? null : User.of(setAside.owner()),
                setAside.at().toEpochMilli());
    }
}
