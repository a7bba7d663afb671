package io.github.orgswitcher.veto;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Stands where no operator has a word of their own: nothing is refused. */
public final class NoJoinDecisionFactory implements JoinDecisionFactory {

    @Override
    public String getId() {
        return "default";
    }

    @Override
    public JoinDecision create(KeycloakSession session) {
        return attempt -> Optional.empty();
    }
}
