package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.CleanUp;
import java.util.List;

/** Statements that remove what is left of what is gone. */
record JpaCleanUp(RealmQueries queries) implements CleanUp {

    private static final String REALM = "delete from %s x where x.realmId = :realm";
    private static final String ORGANIZATION = REALM + " and x.orgId = :org";
    private static final String USER = REALM + " and x.userId = :user";

    /** Ids of users that a storage provider did not import begin with {@code f:} and the provider's id. */
    private static final String USERS_OF_STORAGE = REALM + " and x.userId like :prefix";

    /** Whom Keycloak keeps nothing of begins with {@code f:}: of them, only their storage knows whether they are still there. */
    private static final String GONE_USERS = REALM + """
             and x.userId not like 'f:%%'
             and x.userId not in (select u.id from UserEntity u where u.realmId = :realm)
            """;

    /** What others lock first goes first, here and below. */
    private static final List<String> OF_USERS =
            List.of("PersonEntity", "EnrollmentEntity", "LastUsedEntity", "OutboxEntity");

    private static final List<String> OF_ORGANIZATIONS = List.of(
            "JoinPolicyEntity",
            "AllowedDomainEntity",
            "MarkedDomainEntity",
            "EnrollmentEntity",
            "LastUsedEntity",
            "OutboxEntity");

    private static final List<String> ALL = List.of(
            "PersonEntity",
            "JoinPolicyEntity",
            "AllowedDomainEntity",
            "MarkedDomainEntity",
            "EnrollmentEntity",
            "LastUsedEntity",
            "SettingsEntity",
            "OutboxEntity");

    @Override
    public void removeRealm() {
        ALL.forEach(entity -> queries.unflushed(REALM.formatted(entity)).executeUpdate());
    }

    @Override
    public void removeOrganization(String orgId) {
        OF_ORGANIZATIONS.forEach(entity -> queries.unflushed(ORGANIZATION.formatted(entity))
                .setParameter("org", orgId)
                .executeUpdate());
    }

    @Override
    public void removeUser(String userId) {
        OF_USERS.forEach(entity -> queries.unflushed(USER.formatted(entity))
                .setParameter("user", userId)
                .executeUpdate());
    }

    @Override
    public void removeUsersOfStorage(String componentId) {
        OF_USERS.forEach(entity -> queries.unflushed(USERS_OF_STORAGE.formatted(entity))
                .setParameter("prefix", "f:" + componentId + ":%")
                .executeUpdate());
        removeGoneUsers();
    }

    @Override
    public void removeGoneUsers() {
        OF_USERS.forEach(entity -> queries.flushed(GONE_USERS.formatted(entity)).executeUpdate());
    }
}
