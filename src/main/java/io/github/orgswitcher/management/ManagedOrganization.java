package io.github.orgswitcher.management;

import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.people.Managers;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.store.SentNames;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.storage.ReadOnlyException;
import org.keycloak.storage.StorageUnavailableException;

/**
 * An organization as one who manages it meets it. That the person does is asked once more in the transaction of each thing that is
 * written, once nobody else writes what the organization has.
 */
public final class ManagedOrganization {

    private static final Logger LOG = Logger.getLogger(ManagedOrganization.class);

    private final KeycloakSession session;
    private final UserModel manager;
    private final OrganizationModel organization;

    private ManagedOrganization(KeycloakSession session, UserModel manager, OrganizationModel organization) {
        this.session = session;
        this.manager = manager;
        this.organization = organization;
    }

    /**
     * Finds it by what an address names.
     *
     * @param session the Keycloak session, with the realm in its context
     * @param manager who asks
     * @param alias the organization's alias, from anywhere
     * @return the organization; empty where there is none, or the person does not manage it
     */
    public static Optional<ManagedOrganization> byAlias(KeycloakSession session, UserModel manager, String alias) {
        return of(session, manager, new SentNames(session).organizationOf(alias));
    }

    /**
     * Finds it by its id.
     *
     * @param session the Keycloak session, with the realm in its context
     * @param manager who asks
     * @param orgId the organization's id, from anywhere
     * @return the organization; empty where there is none, or the person does not manage it
     */
    public static Optional<ManagedOrganization> byId(KeycloakSession session, UserModel manager, String orgId) {
        return of(session, manager, new SentNames(session).organization(orgId));
    }

    private static Optional<ManagedOrganization> of(
            KeycloakSession session, UserModel manager, Optional<OrganizationModel> organization) {
        return organization
                .filter(found -> new Managers(session).has(found, manager))
                .map(found -> new ManagedOrganization(session, manager, found));
    }

    /**
     * Which one it is.
     *
     * @return the organization
     */
    public OrganizationRef ref() {
        return new OrganizationRef(organization.getId(), organization.getAlias(), organization.getName());
    }

    /** What other organizations have proven is none of a manager's business. */
    static Verdict told(Verdict verdict) {
        return verdict == Verdict.DOMAIN_PROVEN_BY_ANOTHER ? Verdict.DOMAIN_NEEDS_PROOF : verdict;
    }

    OrganizationModel model() {
        return organization;
    }

    UserModel manager() {
        return manager;
    }

    KeycloakSession session() {
        return session;
    }

    RealmStore store() {
        return RealmStore.of(session, session.getContext().getRealm());
    }

    /** One who manages the organization, within the transaction of what is written. */
    record Hand(KeycloakSession session, OrganizationModel organization, UserModel manager) {

        RealmStore store() {
            return RealmStore.of(session, session.getContext().getRealm());
        }

        DomainRules domainRules() {
            return SwitcherConfig.of(session, session.getContext().getRealm()).domainRules();
        }
    }

    /**
     * Writes something, once nobody else writes of the organization and of these people.
     *
     * @throws ChoiceRefusedException where others were in the way each time
     * @throws NoSuchOrganizationException where the person does not manage the organization any more
     */
    <T> T write(Collection<String> userIds, Function<Hand, T> work) {
        return call(
                OwnTransaction.people(session, userIds).with(List.of(manager.getId())),
                inner -> work.apply(hand(inner)));
    }

    /** The same of somebody's memberships, whatever others write of the person at the same moment. */
    <T> T writeMemberships(String userId, Function<Hand, T> work) {
        return call(OwnTransaction.of(session).with(List.of(userId, manager.getId())), inner -> {
            RealmStore.of(inner, inner.getContext().getRealm())
                    .organizations()
                    .lockMemberships(userId, organization.getId());
            return work.apply(hand(inner));
        });
    }

    private <T> T call(OwnTransaction transaction, Function<KeycloakSession, T> work) {
        try {
            return transaction.call(work);
        } catch (LostRaceException e) {
            LOG.warnf("A manager's change was not carried out: %s", e.getMessage());
            throw new ChoiceRefusedException("manage", "orgSwitcherLostRace", "org_switcher_conflict");
        } catch (StorageUnavailableException e) {
            throw new ChoiceRefusedException("manage", "orgSwitcherErrorTryAgain", "org_switcher_storage_unavailable");
        } catch (ReadOnlyException e) {
            // Of a storage that is off or silent, or of an organization that is disabled and whose people are managed.
            throw new ChoiceRefusedException("manage", "orgSwitcherManageReadOnly", "org_switcher_user_read_only");
        }
    }

    private Hand hand(KeycloakSession inner) {
        String orgId = organization.getId();
        if (RealmStore.of(inner, inner.getContext().getRealm())
                .organizations()
                .lock(Set.of(orgId))
                .isEmpty()) {
            throw new NoSuchOrganizationException();
        }
        OrganizationModel locked = inner.getProvider(OrganizationProvider.class).getById(orgId);
        UserModel present = inner.users().getUserById(inner.getContext().getRealm(), manager.getId());
        if (locked == null || present == null || !new Managers(inner).has(locked, present)) {
            throw new NoSuchOrganizationException();
        }
        return new Hand(inner, locked, present);
    }
}
