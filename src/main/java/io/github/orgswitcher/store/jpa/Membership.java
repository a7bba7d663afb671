package io.github.orgswitcher.store.jpa;

import org.keycloak.storage.StorageId;

/**
 * Where Keycloak keeps a person's memberships, which is membership of an organization's own group. Which of two tables it is, is
 * told by the person's id, as Keycloak tells it: asked for both at once, PostgreSQL looks through all organizations.
 */
enum Membership {
    /** Of the people of Keycloak's own storage. */
    LOCAL("UserGroupMembershipEntity m", "m.user.id"),
    /** Of those whom a user storage provider does not import. */
    FEDERATED("FederatedUserGroupMembershipEntity m", "m.userId");

    private final String entity;
    private final String user;

    Membership(String entity, String user) {
        this.entity = entity;
        this.user = user;
    }

    static Membership of(String userId) {
        return StorageId.isLocalStorage(userId) ? LOCAL : FEDERATED;
    }

    /** Whether {@code :user} belongs to an organization, which is {@code o}. */
    String exists() {
        return exists("o");
    }

    /** The same as a value. */
    String isMember() {
        return "case when " + exists() + " then true else false end";
    }

    /** The same for an organization of another name. */
    String exists(String organization) {
        return "exists (select 1 from %s where m.groupId = %s.groupId and %s = :user)"
                .formatted(entity, organization, user);
    }

    /** Whether {@code :user} belongs to any organization, an enabled one or not, as a value. */
    String belongs() {
        return "case when exists (select 1 from %s where %s) then true else false end"
                .formatted(organizations(), allOfPerson());
    }

    /** The organizations, as {@code o}, with the person's memberships, to go on with what is joined. */
    String organizations() {
        return entity + " join OrganizationEntity o on o.groupId = m.groupId";
    }

    /** Any so many of these. Hibernate wants an order: this is none, because all of them are the same person's. */
    String any(int many) {
        return "%s where %s order by %s limit %s".formatted(organizations(), ofPerson(), user, many);
    }

    /** The groups of organizations in {@code :orgs} that {@code :user} is in, as {@code g}. */
    String groups() {
        return entity + " join GroupEntity g on g.id = m.groupId where " + user
                + " = :user and g.realm = :realm and g.organization.id in (:orgs)";
    }

    /** Of these, those of {@code :user} that are enabled. */
    String ofPerson() {
        return allOfPerson() + " and o.enabled = true";
    }

    /** The same with those that are not. */
    String allOfPerson() {
        return user + " = :user and o.realmId = :realm";
    }
}
