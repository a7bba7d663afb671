package io.github.orgswitcher.store;

import io.github.orgswitcher.platform.Background;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Whether Keycloak's requests see what others have committed since they began, as its caches do. Our own transactions
 * always do; what Keycloak reads around them can fail on an organization that its cache knows and the request cannot see.
 */
public final class CommittedReads {

    /** What makes requests see it. The extension's jar has it, as a default of {@code microprofile-config.properties}. */
    public static final String SETTING = "quarkus.datasource.jdbc.transaction-isolation-level=read-committed";

    private static final Logger LOG = Logger.getLogger(CommittedReads.class);

    private CommittedReads() {}

    /**
     * Whether this request sees it.
     *
     * @param session the session of a request, and of no transaction of ours
     * @return false where the database reads repeatably
     */
    public static boolean areOn(KeycloakSession session) {
        return !OrgSwitcherStore.of(session).readsRepeatably();
    }

    /**
     * Warns in the log, soon, where requests will not see it.
     *
     * @param factory the server's sessions
     */
    public static void check(KeycloakSessionFactory factory) {
        try (KeycloakSession any = factory.create()) {
            Background.soon(any, CommittedReads::warn);
        }
    }

    private static void warn(KeycloakSession session) {
        if (!areOn(session)) {
            LOG.warnf(
                    "Keycloak reads its database repeatably: when one person does several things at the same moment, a login"
                            + " can end in an error. Set %s",
                    SETTING);
        }
    }
}
