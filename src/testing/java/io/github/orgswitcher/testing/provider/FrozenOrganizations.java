package io.github.orgswitcher.testing.provider;

import io.github.orgswitcher.veto.JoinAttempt;
import io.github.orgswitcher.veto.JoinAttempt.Act;
import io.github.orgswitcher.veto.JoinDecision;
import io.github.orgswitcher.veto.JoinDecisionFactory;
import io.github.orgswitcher.veto.JoinRefusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Organizations with the attribute {@code frozen-until} take nobody in before that day, and contractors create none. */
public final class FrozenOrganizations implements JoinDecisionFactory {

    @Override
    public String getId() {
        return "frozen-organizations";
    }

    @Override
    public JoinDecision create(KeycloakSession session) {
        return FrozenOrganizations::decide;
    }

    private static Optional<JoinRefusal> decide(JoinAttempt attempt) {
        if (attempt.act() == Act.CREATE) {
            return attempt.user().getUsername().startsWith("contractor-")
                    ? Optional.of(JoinRefusal.of("Contractors can't create organizations."))
                    : Optional.empty();
        }
        return attempt.organization().getAttributes().getOrDefault("frozen-until", List.of()).stream()
                .map(LocalDate::parse)
                .filter(LocalDate.now()::isBefore)
                .findFirst()
                .map(day -> JoinRefusal.of(attempt.organizationName() + " takes nobody in before " + day + "."));
    }
}
