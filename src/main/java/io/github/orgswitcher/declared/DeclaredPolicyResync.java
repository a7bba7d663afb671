package io.github.orgswitcher.declared;

import com.google.common.collect.Iterables;
import io.github.orgswitcher.platform.admin.FineGrained;
import io.github.orgswitcher.settings.KeptSettings;
import io.github.orgswitcher.store.AfterCommit;
import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OrgSwitcherStore;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.RealmStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Brings what follows from organizations up to date, some organizations in one transaction, and writes only differences. Where
 * others are in the way it throws {@link LostRaceException}, and may be done again.
 */
public final class DeclaredPolicyResync {

    private static final int PAGE = 200;

    private final KeycloakSession session;

    /**
     * Works beside a session, in transactions of its own.
     *
     * @param session a session that has written all that is to be seen
     */
    public DeclaredPolicyResync(KeycloakSession session) {
        this.session = session;
    }

    /** All realms, and the copies of their settings. Where others are in the way of some, these are done a little later. */
    void syncAll() {
        OwnTransaction.of(session)
                .call(own -> OrgSwitcherStore.of(own).realmsWithOrganizations())
                .forEach(realmId -> {
                    nowOrSoon(resync -> resync.keepSettings(realmId));
                    nowOrSoon(resync -> resync.syncRealm(realmId));
                    nowOrSoon(resync -> resync.allOwnDomains(realmId));
                });
    }

    private void nowOrSoon(Consumer<DeclaredPolicyResync> work) {
        AfterCommit.nowOrSoon(session, any -> work.accept(new DeclaredPolicyResync(any)));
    }

    /**
     * All organizations of a realm that declare anything, or did.
     *
     * @param realmId the realm
     */
    public void syncRealm(String realmId) {
        pages(
                realmId,
                (own, after) -> own.declared(own.store().attributes().organizations(after, PAGE), own.anybodys()));
    }

    /** The organizations that have these groups for their own. */
    void syncGroups(String realmId, Collection<String> groupIds, Claimed claimed) {
        Iterables.partition(groupIds, PAGE)
                .forEach(some -> in(
                        realmId, own -> own.declared(own.store().attributes().organizationsOfGroups(some), claimed)));
    }

    /** Organizations whose own domains of Keycloak's may have changed. */
    void syncOwnDomains(String realmId, Collection<String> orgIds, Claimed claimed) {
        Iterables.partition(orgIds, PAGE).forEach(some -> in(realmId, own -> own.marked(some, claimed)));
    }

    private void allOwnDomains(String realmId) {
        pages(
                realmId,
                (own, after) -> own.marked(own.store().markedDomains().organizations(after, PAGE), own.anybodys()));
    }

    private void keepSettings(String realmId) {
        in(realmId, own -> {
            own.session().getContext().setRealm(own.realm());
            new KeptSettings(own.session(), own.realm()).catchUp();
            return List.of();
        });
    }

    private void pages(String realmId, BiFunction<Own, String, List<String>> work) {
        String last = "";
        List<String> page;
        do {
            String after = last;
            page = in(realmId, own -> work.apply(own, after));
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (page.size() == PAGE);
    }

    /** Nothing where the realm is gone. */
    private List<String> in(String realmId, Function<Own, List<String>> work) {
        return OwnTransaction.of(session)
                .call(own -> Optional.ofNullable(own.realms().getRealm(realmId))
                        .map(realm -> work.apply(new Own(own, realm)))
                        .orElse(List.of()));
    }

    /** One transaction in one realm. */
    private record Own(KeycloakSession session, RealmModel realm) {

        RealmStore store() {
            return RealmStore.of(session, realm);
        }

        List<String> declared(List<String> orgIds, Claimed claimed) {
            session.getContext().setRealm(realm);
            new DeclaredPolicySync(session, realm, claimed).sync(orgIds);
            return orgIds;
        }

        List<String> marked(List<String> orgIds, Claimed claimed) {
            new MarkedDomainSync(store().markedDomains(), claimed)
                    .sync(store().organizations().lock(orgIds));
            return orgIds;
        }

        /** Nobody knows any more who has written it; it may have been an administrator of one organization alone. */
        Claimed anybodys() {
            return Claimed.all(FineGrained.isOn(realm));
        }
    }
}
