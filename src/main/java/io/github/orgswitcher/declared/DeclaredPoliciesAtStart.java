package io.github.orgswitcher.declared;

import io.github.orgswitcher.platform.Background;
import java.time.Duration;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.timer.ScheduledTask;

/**
 * Brings the declared policies of all organizations up to date, for what no change of an organization tells of: attributes
 * that were there before the extension, lists of mail providers that came with a newer version, a node that was stopped
 * between a change and what follows from it.
 */
public final class DeclaredPoliciesAtStart implements ScheduledTask {

    private static final Duration OUTDATED = Duration.ofMinutes(10);

    private DeclaredPoliciesAtStart() {}

    /**
     * Runs in the background, on one node where several start at once.
     *
     * @param factory the server's sessions
     */
    public static void schedule(KeycloakSessionFactory factory) {
        Background.onOneNode(factory, new DeclaredPoliciesAtStart(), OUTDATED);
    }

    @Override
    public void run(KeycloakSession session) {
        new DeclaredPolicyResync(session).syncAll();
    }
}
