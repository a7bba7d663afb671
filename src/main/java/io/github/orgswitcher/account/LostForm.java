package io.github.orgswitcher.account;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;

/**
 * What was typed on a page whose session had ended when something was pressed, for the page to be drawn with once the same person is
 * back. It waits in Keycloak's store of single-use objects, and not in an address, as it may hold email addresses.
 *
 * @param session the Keycloak session, with the realm in its context
 */
record LostForm(KeycloakSession session) {

    private static final String PREFIX = "org-switcher.lost.";
    /** No field's name has a dot. */
    private static final String PERSON = "the.person";

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z-]{0,63}");
    /** What shows a session, and what proves something. */
    private static final Set<String> SECRET = Set.of(PressToken.FIELD, "code");

    private static final int MOST_FIELDS = 50;
    private static final int LONGEST = 1000;

    /**
     * Keeps it for as long as a login may take.
     *
     * @param userId whose page it was
     * @param posted the form
     * @return the key to it
     */
    String keep(String userId, MultivaluedMap<String, String> posted) {
        Map<String, String> kept = new HashMap<>();
        posted.forEach((name, values) -> {
            if (kept.size() < MOST_FIELDS && NAME.matcher(name).matches() && !SECRET.contains(name)) {
                values.stream()
                        .findFirst()
                        .filter(value -> value.length() <= LONGEST)
                        .ifPresent(value -> kept.put(name, value));
            }
        });
        kept.put(PERSON, userId);
        String key = SecretGenerator.getInstance().randomString();
        session.singleUseObjects()
                .put(PREFIX + key, session.getContext().getRealm().getAccessCodeLifespanLogin(), kept);
        return key;
    }

    /**
     * Takes it, once.
     *
     * @param key the key to it, from anywhere
     * @param userId who is there now
     * @return the form; empty where nothing is kept there for that person
     */
    Optional<MultivaluedMap<String, String>> take(String key, String userId) {
        return Optional.ofNullable(session.singleUseObjects().remove(PREFIX + key))
                .filter(kept -> userId.equals(kept.get(PERSON)))
                .map(LostForm::form);
    }

    private static MultivaluedMap<String, String> form(Map<String, String> kept) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        kept.forEach((name, value) -> form.put(name, List.of(value)));
        form.remove(PERSON);
        return form;
    }
}
