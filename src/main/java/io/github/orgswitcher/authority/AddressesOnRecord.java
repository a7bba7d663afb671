package io.github.orgswitcher.authority;

import io.github.orgswitcher.platform.Background;
import io.github.orgswitcher.platform.PresentUsers;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.AfterCommit;
import io.github.orgswitcher.store.OrgSwitcherStore;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.RealmStore;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.timer.ScheduledTask;

/**
 * Keeps which verified address people had before anything was on record of them: those from before the installation, and
 * those of a realm file. A provider, or a mapper of its, may write another address to a linked account at any login, and
 * Keycloak's mark of a verified one stays; afterwards nobody could tell that it was another. Where an organization's own
 * provider is linked, the link is kept instead, which nobody could tell of when it is gone.
 */
public final class AddressesOnRecord implements ScheduledTask {

    private static final int PAGE = 100;
    private static final Duration OUTDATED = Duration.ofMinutes(10);

    private AddressesOnRecord() {}

    /**
     * Keeps those of all realms that have the switcher, in the background, on one node where several start at once.
     *
     * @param factory the server's sessions
     */
    public static void schedule(KeycloakSessionFactory factory) {
        Background.onOneNode(factory, new AddressesOnRecord(), OUTDATED);
    }

    /**
     * Keeps those of a realm that has the switcher; does nothing in any other.
     *
     * @param session the session beside which it works
     * @param realmId the realm
     */
    public static void keep(KeycloakSession session, String realmId) {
        String last = "";
        while (last != null) {
            String after = last;
            List<String> page = OwnTransaction.of(session).call(own -> page(own, realmId, after));
            // Each page waits for its people alone.
            OwnTransaction.of(session).call(own -> keep(own, realmId, page));
            last = page.size() < PAGE ? null : page.get(page.size() - 1);
        }
    }

    @Override
    public void run(KeycloakSession session) {
        OwnTransaction.of(session)
                .call(own -> OrgSwitcherStore.of(own).realmsWithAction(SwitcherConfig.PROVIDER_ID))
                .forEach(realmId -> AfterCommit.nowOrSoon(session, any -> keep(any, realmId)));
    }

    private static List<String> page(KeycloakSession own, String realmId, String after) {
        RealmModel realm = own.realms().getRealm(realmId);
        return realm == null || realm.getRequiredActionProviderByAlias(SwitcherConfig.PROVIDER_ID) == null
                ? List.of()
                : RealmStore.of(own, realmId).people().linkedWithoutProof(after, PAGE);
    }

    private static String keep(KeycloakSession own, String realmId, List<String> userIds) {
        RealmModel realm = own.realms().getRealm(realmId);
        if (realm != null) {
            own.getContext().setRealm(realm);
            AddressProofs proofs = new AddressProofs(own, realm);
            PresentUsers present = PresentUsers.of(own);
            present.ask(userIds);
            userIds.stream().sorted().forEach(RealmStore.of(own, realmId).people()::lock);
            present.readAgain();
            userIds.stream()
                    .map(id -> own.users().getUserById(realm, id))
                    .filter(Objects::nonNull)
                    .forEach(proofs::keepHere);
        }
        return realmId;
    }
}
