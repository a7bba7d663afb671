package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.platform.table.KeycloakLocks;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.AdminLists;
import io.github.orgswitcher.store.AllowedDomains;
import io.github.orgswitcher.store.CleanUp;
import io.github.orgswitcher.store.DeclaredAttributes;
import io.github.orgswitcher.store.DirectoryLeavers;
import io.github.orgswitcher.store.DomainImports;
import io.github.orgswitcher.store.DomainProofs;
import io.github.orgswitcher.store.Enrollments;
import io.github.orgswitcher.store.Invitations;
import io.github.orgswitcher.store.JoinPolicies;
import io.github.orgswitcher.store.MarkedDomains;
import io.github.orgswitcher.store.Organizations;
import io.github.orgswitcher.store.Outbox;
import io.github.orgswitcher.store.Outsiders;
import io.github.orgswitcher.store.People;
import io.github.orgswitcher.store.Profiles;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.store.SettingsCopies;
import io.github.orgswitcher.store.Standings;
import org.keycloak.models.KeycloakSession;

/**
 * The rooms of one realm. They keep nothing of themselves, so each is made when it is entered.
 *
 * @param session the session whose administrator the lists are for
 * @param queries the realm's queries
 */
record JpaRealmStore(KeycloakSession session, RealmQueries queries) implements RealmStore {

    private static final String THERE = "select r.id from RealmEntity r where r.id = :realm";

    @Override
    public boolean isThere() {
        return !queries.unflushed(THERE, String.class).getResultList().isEmpty();
    }

    @Override
    public void lock() {
        new KeycloakLocks(queries).realm();
    }

    @Override
    public Standings standings() {
        return new JpaStandings(queries);
    }

    @Override
    public AllowedDomains domains() {
        return new JpaAllowedDomains(queries);
    }

    @Override
    public DomainImports imports() {
        return new JpaDomainImports(queries);
    }

    @Override
    public DomainProofs proofs() {
        return new JpaDomainProofs(queries);
    }

    @Override
    public MarkedDomains markedDomains() {
        return new JpaMarkedDomains(queries);
    }

    @Override
    public JoinPolicies policies() {
        return new JpaJoinPolicies(queries);
    }

    @Override
    public Enrollments enrollments() {
        return new JpaEnrollments(queries);
    }

    @Override
    public DirectoryLeavers leavers() {
        return new JpaDirectoryLeavers(queries);
    }

    @Override
    public Invitations invitations() {
        return new JpaInvitations(queries);
    }

    @Override
    public People people() {
        return new JpaPeople(queries);
    }

    @Override
    public Organizations organizations() {
        return new JpaOrganizations(queries);
    }

    @Override
    public Profiles profiles() {
        return new JpaProfiles(queries);
    }

    @Override
    public DeclaredAttributes attributes() {
        return new JpaDeclaredAttributes(queries);
    }

    @Override
    public AdminLists lists() {
        return new JpaAdminLists(session, queries);
    }

    @Override
    public Outsiders outsiders() {
        return new JpaOutsiders(session, queries);
    }

    @Override
    public SettingsCopies settings() {
        return new JpaSettingsCopies(queries);
    }

    @Override
    public Outbox outbox() {
        return new JpaOutbox(queries);
    }

    @Override
    public CleanUp cleanUp() {
        return new JpaCleanUp(queries);
    }
}
