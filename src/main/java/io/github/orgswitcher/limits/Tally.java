package io.github.orgswitcher.limits;

import io.github.orgswitcher.platform.OtherSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Counts in a transaction of its own, ended before anything else is done: what was counted stays counted, whatever becomes of
 * the request, and no request waits for another's where Keycloak keeps single-use objects in the database.
 */
public final class Tally {

    private static final String SLOTS_OF = "org-switcher.email-sign-in.slots.";

    private final KeycloakSessionFactory factory;

    /**
     * Counts for all nodes.
     *
     * @param session any session of the server
     */
    public Tally(KeycloakSession session) {
        this.factory = session.getKeycloakSessionFactory();
    }

    /**
     * Counts something by all of these, or by none where one is used up.
     *
     * @param allowances what it is counted by
     * @return the taken slots, or empty where one is used up
     */
    public Optional<List<String>> takeAll(List<Allowance> allowances) {
        return in(store -> {
            List<String> slots = takeEach(store, allowances);
            if (slots.size() == allowances.size()) {
                return Optional.of(slots);
            }
            slots.forEach(store::remove);
            return Optional.empty();
        });
    }

    /**
     * Counts something by each of these that is not used up.
     *
     * @param allowances what it is counted by
     * @return the taken slots, as many as allowances where none is used up
     */
    public List<String> takeEach(List<Allowance> allowances) {
        return in(store -> takeEach(store, allowances));
    }

    /**
     * Counts something by one.
     *
     * @param allowance what it is counted by
     * @return false where it is used up
     */
    public boolean take(Allowance allowance) {
        return in(store -> allowance.take(store).isPresent());
    }

    /**
     * Takes back what has not happened.
     *
     * @param slots the taken slots
     */
    public void free(List<String> slots) {
        in(store -> {
            slots.forEach(store::remove);
            return slots;
        });
    }

    /**
     * Takes back all that one has counted.
     *
     * @param allowance which
     */
    public void reset(Allowance allowance) {
        in(store -> {
            allowance.reset(store);
            return allowance;
        });
    }

    /**
     * Remembers what a mail was counted by, until it can be used no more.
     *
     * @param mailId the mail
     * @param slots the taken slots
     * @param seconds how long that is
     */
    public void keep(String mailId, List<String> slots, long seconds) {
        in(store -> {
            store.put(
                    SLOTS_OF + mailId,
                    seconds,
                    slots.stream().collect(Collectors.toMap(Function.identity(), slot -> "")));
            return slots;
        });
    }

    /**
     * Takes back what a mail was counted by.
     *
     * @param mailId the mail
     */
    public void free(String mailId) {
        in(store -> {
            Map<String, String> kept = store.remove(SLOTS_OF + mailId);
            Set<String> slots = kept == null ? Set.of() : kept.keySet();
            slots.forEach(store::remove);
            return slots;
        });
    }

    private static List<String> takeEach(SingleUseObjectProvider store, List<Allowance> allowances) {
        List<String> slots = new ArrayList<>();
        for (Allowance allowance : allowances) {
            allowance.take(store).ifPresent(slots::add);
        }
        return slots;
    }

    private <T> T in(Function<SingleUseObjectProvider, T> work) {
        return OtherSession.call(factory, session -> work.apply(session.singleUseObjects()));
    }
}
