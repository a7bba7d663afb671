package io.github.orgswitcher.authority;

import java.util.List;
import java.util.Optional;

/**
 * The user whom an administrator's call has written, as its event names it.
 *
 * @param id the user
 * @param mayVouch whether the call can say that the address is verified. SCIM's cannot: Keycloak leaves the mark of the former address
 *     ({@code UserProfileContext#SCIM})
 */
record WrittenUser(String id, boolean mayVouch) {

    private static final String USERS = "users";
    private static final List<String> SCIM = List.of("scim", "v2", "Users");

    /**
     * Reads the path of an event.
     *
     * @param path its parts
     * @return the user; empty where the event is about something else, or a part of a user
     */
    static Optional<WrittenUser> of(List<String> path) {
        List<String> before = path.subList(0, path.size() - 1);
        String last = path.get(path.size() - 1);
        if (before.equals(List.of(USERS))) {
            return Optional.of(new WrittenUser(last, true));
        }
        return before.equals(SCIM) ? Optional.of(new WrittenUser(last, false)) : Optional.empty();
    }
}
