package io.github.orgswitcher.membership;

import static java.util.stream.Collectors.partitioningBy;

import io.github.orgswitcher.decision.Denial;
import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.settings.DenialEnds;
import io.github.orgswitcher.settings.DenialEnds.Denied;
import io.github.orgswitcher.store.MadeRequest;
import io.github.orgswitcher.store.RealmStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What a person has asked organizations for, and has not got.
 *
 * @param open what nobody has decided, the latest first
 * @param denials what was turned down, those that the person was not told of before all others
 */
public record MadeRequests(List<MadeRequest> open, List<Denial> denials) {

    /** Nobody has more. */
    private static final int MOST = 100;

    /** Copies the lists. */
    public MadeRequests {
        open = List.copyOf(open);
        denials = List.copyOf(denials);
    }

    /**
     * Reads what a person has asked for.
     *
     * @param session the Keycloak session, with the realm in its context
     * @param userId the person
     * @return the requests to enabled organizations that the person does not belong to
     */
    public static MadeRequests of(KeycloakSession session, String userId) {
        RealmModel realm = session.getContext().getRealm();
        Map<Boolean, List<MadeRequest>> byDenial =
                RealmStore.of(session, realm).enrollments().requests(userId, MOST).stream()
                        .collect(partitioningBy(made -> made.status() == EnrollmentStatus.DENIED));
        List<MadeRequest> denied = byDenial.getOrDefault(true, List.of());
        Map<Denied, Instant> ends = new DenialEnds(session, realm)
                .of(denied.stream().map(made -> denied(userId, made)).toList());
        return new MadeRequests(
                byDenial.getOrDefault(false, List.of()),
                denied.stream()
                        .map(made -> new Denial(
                                made.organization(), made.since(), ends.get(denied(userId, made)), made.told()))
                        .toList());
    }

    private static Denied denied(String userId, MadeRequest made) {
        return new Denied(made.organization().id(), userId, made.since());
    }

    /**
     * What keeps the person from asking now.
     *
     * @return the denials that have not come to their end
     */
    public List<Denial> standing() {
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        return denials.stream().filter(denial -> denial.stands(now)).toList();
    }
}
