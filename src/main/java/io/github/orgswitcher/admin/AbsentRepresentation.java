package io.github.orgswitcher.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.orgswitcher.admin.EnrollmentRepresentation.User;
import io.github.orgswitcher.decision.Absence;
import io.github.orgswitcher.decision.EnrollmentStatus;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose address an organization allows and who is no member, as JSON and as a line of CSV.
 *
 * @param user who
 * @param enabled whether the account is
 * @param domain the allowed domain that matches; absent where the address opens no organization
 * @param verdict why the person is no member
 * @param message the same, as a sentence
 * @param status how the person and the organization stand on record; absent where they never met
 * @param askAgainAt from when on the person, who was turned down, may ask again, in milliseconds since 1970; absent where the person
 *     was not, and where the denial has to be taken back first
 * @param invitable whether nothing stands against an invitation
 * @param joinable whether nothing stands against a membership
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AbsentRepresentation(
        User user,
        boolean enabled,
        @Nullable String domain,
        Absence verdict,
        String message,
        @Nullable EnrollmentStatus status,
        @Nullable Long askAgainAt,
        boolean invitable,
        boolean joinable) {

    /** What CSV has of it, in this order. */
    static final List<String> COLUMNS = List.of(
            "id",
            "username",
            "email",
            "firstName",
            "lastName",
            "enabled",
            "domain",
            "verdict",
            "message",
            "status",
            "askAgainAt",
            "invitable",
            "joinable");

    List<@Nullable Object> cells() {
        return Arrays.asList(
                user.id(),
                user.username(),
                user.email(),
                user.firstName(),
                user.lastName(),
                enabled,
                domain,
                verdict,
                message,
                status,
                askAgainAt,
                invitable,
                joinable);
    }
}
