package io.github.orgswitcher.account;

import io.github.orgswitcher.hash.KeyedHash;
import java.util.Optional;
import org.keycloak.models.UserSessionModel;

/**
 * What shows that a form is that of a session's own page. Once the session has ended, it still says whose page it was.
 *
 * @param hash the realm's
 * @param purpose what the form is for, which those of another page are not
 */
record PressToken(KeyedHash hash, String purpose) {

    /** The form's field. */
    static final String FIELD = "token";

    /** Ids of people from directories have dots themselves, and stand last. */
    private static final String BETWEEN = ".";

    private static final int PARTS = 3;

    String of(UserSessionModel here) {
        String userId = here.getUser().getId();
        return String.join(BETWEEN, hash.of(purpose, here.getId()), hash.of(person(), userId), userId);
    }

    /** Whether a form is that of the session's own page. */
    boolean isOf(UserSessionModel here, String posted) {
        String[] parts = posted.split("\\.", PARTS);
        return hash.matches(parts[0], purpose, here.getId());
    }

    /** Whose page it was, whatever has become of the session; empty for no token that was made here. */
    Optional<String> person(String posted) {
        String[] parts = posted.split("\\.", PARTS);
        return parts.length == PARTS && hash.matches(parts[1], person(), parts[2])
                ? Optional.of(parts[2])
                : Optional.empty();
    }

    private String person() {
        return purpose + "/person";
    }
}
