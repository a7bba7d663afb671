package io.github.orgswitcher.lifecycle;

import io.github.orgswitcher.settings.KeptSettings;
import io.github.orgswitcher.store.OrgSwitcherStore;
import java.time.Duration;
import java.util.List;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.ScheduledTask;

/**
 * Brings the declared policies of all organizations up to date, for what no change of an organization tells of:
 * attributes that were there before the extension, lists of mail providers that came with a newer version, domains that
 * a realm blocks or unblocks. It reads page by page, each in a transaction of its own, and writes only differences.
 */
final class DeclaredPolicyResync implements ScheduledTask {

    private static final int PAGE = 200;
    private static final Duration OUTDATED = Duration.ofMinutes(10);

    private final KeycloakSessionFactory factory;

    DeclaredPolicyResync(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    /** Runs for all realms in the background, on one node where several start at once. */
    static void scheduleAtStart(KeycloakSessionFactory factory) {
        Runnable task =
                new ClusterAwareScheduledTaskRunner(factory, new DeclaredPolicyResync(factory), OUTDATED.toMillis());
        KeycloakModelUtils.runJobInTransaction(factory, session -> session.getProvider(ExecutorsProvider.class)
                .getExecutor("org-switcher")
                .execute(task));
    }

    @Override
    public void run(KeycloakSession session) {
        store(session).realmsWithOrganizations().forEach(realmId -> {
            keepSettings(realmId);
            syncRealm(realmId);
            syncOwnDomains(realmId);
        });
    }

    /** Runs for one realm, now. */
    void syncRealm(String realmId) {
        String last = "";
        List<String> page;
        do {
            page = syncPage(realmId, last);
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (page.size() == PAGE);
    }

    private void keepSettings(String realmId) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm != null) {
                session.getContext().setRealm(realm);
                new KeptSettings(session, realm).keep();
            }
        });
    }

    private void syncOwnDomains(String realmId) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm != null) {
                new MarkedDomainSync(store(session).markedDomains(realmId), isAnybodys(realm)).syncAll();
            }
        });
    }

    private List<String> syncPage(String realmId, String after) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm == null) {
                return List.of();
            }
            OrgSwitcherStore store = store(session);
            List<String> ids = store.declaringOrganizations(realmId, after, PAGE);
            new DeclaredPolicySync(session, realm, isAnybodys(realm)).sync(ids, () -> store.lockDeclared(realmId, ids));
            return ids;
        });
    }

    /** Nobody knows any more who has written it; it may have been an administrator of one organization alone. */
    private static boolean isAnybodys(RealmModel realm) {
        return AdminPermissionsSchema.SCHEMA.isAdminPermissionsEnabled(realm);
    }

    private static OrgSwitcherStore store(KeycloakSession session) {
        return session.getProvider(OrgSwitcherStore.class);
    }
}
