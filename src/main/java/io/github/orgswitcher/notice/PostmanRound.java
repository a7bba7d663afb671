package io.github.orgswitcher.notice;

import org.keycloak.models.KeycloakSession;
import org.keycloak.timer.ScheduledTask;

/** What the postman does from time to time. */
final class PostmanRound implements ScheduledTask {

    @Override
    public void run(KeycloakSession session) {
        session.getProvider(Postman.class).goRound();
    }
}
