package io.github.orgswitcher.platform.links.keycloak268;

import io.github.orgswitcher.platform.links.AutoMembership;
import io.github.orgswitcher.platform.links.LinkRemark;
import io.github.orgswitcher.platform.table.KeycloakTables;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Keycloak's table of links. The model would have them one by one, of a provider that thousands may share. */
final class LinkTable {

    private static final String ENTITY = "OrganizationIdentityProviderEntity";
    private static final Set<String> ATTRIBUTES =
            Set.of("organization", "identityProviderId", "autoMembership", "membershipType");

    private static final String OWNER = "select l.organization.id from OrganizationIdentityProviderEntity l"
            + " where l.identityProviderId = :provider and l.membershipType = 'MANAGED'";

    private static final String MANAGING = "select m.groupId from UserGroupMembershipEntity m"
            + " where m.user.id = :user and m.membershipType = 'MANAGED'";

    private static final String JOINED = "select o.id, o.alias, o.name, p.alias, d.id"
            + " from OrganizationIdentityProviderEntity l join l.organization o"
            + " join IdentityProviderEntity p on p.internalId = l.identityProviderId"
            + " left join OrganizationDomainEntity d on d.organization = o"
            + " where o.realmId = :realm and o.enabled = true and p.enabled = true and l.autoMembership = true"
            + " and (d.id is null or d.name in (:domains)) order by o.name, p.alias";

    private static final String UNMANAGED = "select p.alias from IdentityProviderEntity p where p.realmId = :realm"
            + " and exists (select 1 from OrganizationIdentityProviderEntity l"
            + " where l.identityProviderId = p.internalId)"
            + " and not exists (select 1 from OrganizationIdentityProviderEntity l"
            + " where l.identityProviderId = p.internalId and l.membershipType = 'MANAGED') order by p.alias";

    private static final String EVERYBODY = "select p.alias, o.alias"
            + " from OrganizationIdentityProviderEntity l join l.organization o"
            + " join IdentityProviderEntity p on p.internalId = l.identityProviderId"
            + " where o.realmId = :realm and o.enabled = true and p.enabled = true and l.autoMembership = true"
            + " and not exists (select 1 from OrganizationDomainEntity d where d.organization = o)"
            + " order by o.alias, p.alias";

    /** What fits on a page. */
    private static final int FIRST = 20;

    private final KeycloakSession session;
    private final EntityManager em;

    private LinkTable(KeycloakSession session, EntityManager em) {
        this.session = session;
        this.em = em;
    }

    /** The table; empty where Keycloak has it in another shape, for which no statement can be tried without harm. */
    static Optional<LinkTable> of(KeycloakSession session) {
        EntityManager em = KeycloakTables.of(session);
        return em.getMetamodel().getEntities().stream().anyMatch(LinkTable::isKnown)
                ? Optional.of(new LinkTable(session, em))
                : Optional.empty();
    }

    private static boolean isKnown(EntityType<?> entity) {
        return entity.getName().equals(ENTITY)
                && entity.getAttributes().stream()
                        .map(Attribute::getName)
                        .collect(Collectors.toSet())
                        .containsAll(ATTRIBUTES);
    }

    /** At most one organization manages a provider. */
    Optional<String> owner(IdentityProviderModel provider) {
        return em.createQuery(OWNER, String.class)
                .setParameter("provider", provider.getInternalId())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    boolean isManaged(UserModel person) {
        return em.createQuery(MANAGING, String.class)
                .setParameter("user", person.getId())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .isPresent();
    }

    List<AutoMembership> joined(Collection<String> domains) {
        return em.createQuery(JOINED, Object[].class)
                .setParameter("realm", realmId())
                .setParameter("domains", domains)
                .setMaxResults(FIRST)
                .getResultStream()
                .map(row -> new AutoMembership(
                        (String) row[0], (String) row[1], (String) row[2], (String) row[3], row[4] == null))
                .distinct()
                .toList();
    }

    List<LinkRemark> remarks() {
        return Stream.<LinkRemark>concat(
                        em.createQuery(UNMANAGED, String.class)
                                .setParameter("realm", realmId())
                                .setMaxResults(FIRST)
                                .getResultStream()
                                .map(LinkRemark.Unmanaged::new),
                        em.createQuery(EVERYBODY, Object[].class)
                                .setParameter("realm", realmId())
                                .setMaxResults(FIRST)
                                .getResultStream()
                                .map(row -> new LinkRemark.EverybodyJoins((String) row[0], (String) row[1])))
                .toList();
    }

    private String realmId() {
        return session.getContext().getRealm().getId();
    }
}
