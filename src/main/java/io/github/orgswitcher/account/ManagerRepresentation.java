package io.github.orgswitcher.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/**
 * Who manages an organization, as JSON for another who does.
 *
 * @param userId the person
 * @param email the email address; absent where there is none
 * @param username the user name; absent where the address says who it is
 * @param firstName the first name; absent where there is none
 * @param lastName the last name; absent where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ManagerRepresentation(
        String userId,
        @Nullable String email,
        @Nullable String username,
        @Nullable String firstName,
        @Nullable String lastName) {

    static ManagerRepresentation of(UserModel user) {
        return new ManagerRepresentation(
                user.getId(),
                user.getEmail(),
                user.getEmail() == null ? user.getUsername() : null,
                user.getFirstName(),
                user.getLastName());
    }
}
