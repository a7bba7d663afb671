package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.CleanUp;
import java.util.List;

/** Statements that remove what is left of what is gone. */
record JpaCleanUp(RealmQueries queries) implements CleanUp {

    private static final String REALM = " where x.realmId = :realm";
    private static final String ORGANIZATION = REALM + " and x.orgId = :org";
    private static final String USER = REALM + " and x.userId = :user";

    /** Ids of users that a storage provider did not import begin with {@code f:} and the provider's id. */
    private static final String USERS_OF_STORAGE = REALM + " and x.userId like :prefix";

    private static final String LEAVERS_OF_STORAGE = REALM + " and x.storageId = :storage";

    /** Whom Keycloak keeps nothing of begins with {@code f:}: of them, only their storage knows whether they are still there. */
    private static final String GONE_USERS = REALM + """
             and x.userId not like 'f:%%' and x.userId <> '%s'
             and x.userId not in (select u.id from UserEntity u where u.realmId = :realm)
            """.formatted(EnrollmentEntity.NOBODY);

    /**
     * What people have created on the page stays that when they are gone, with nobody in the place of the creator: it would
     * count against others who have been on its domain before.
     */
    private static final String KEEP_CREATION = """
            insert into EnrollmentEntity (orgId, userId, realmId, status, method, createdAt, updatedAt)
            select x.orgId, '%s', x.realmId, cast('LEFT' as String), x.method, x.createdAt, x.updatedAt from EnrollmentEntity x
            """.formatted(EnrollmentEntity.NOBODY);

    private static final String CREATED = """
             and x.method = CREATOR
             and not exists (select 1 from EnrollmentEntity y where y.orgId = x.orgId and y.userId = '%s')
            """.formatted(EnrollmentEntity.NOBODY);

    /** What others lock first goes first, here and below. */
    private static final List<String> OF_USERS =
            List.of("PersonEntity", "EnrollmentEntity", "LastUsedEntity", "OutboxEntity");

    private static final List<String> OF_ORGANIZATIONS = List.of(
            "JoinPolicyEntity",
            "AllowedDomainEntity",
            "MarkedDomainEntity",
            "EnrollmentEntity",
            "LastUsedEntity",
            "DirectoryLeaverEntity",
            "OutboxEntity");

    private static final List<String> ALL = List.of(
            "PersonEntity",
            "JoinPolicyEntity",
            "AllowedDomainEntity",
            "MarkedDomainEntity",
            "EnrollmentEntity",
            "LastUsedEntity",
            "DirectoryLeaverEntity",
            "SettingsEntity",
            "OutboxEntity");

    @Override
    public void removeRealm() {
        ALL.forEach(entity -> queries.unflushed(delete(entity, REALM)).executeUpdate());
    }

    @Override
    public void removeOrganization(String orgId) {
        OF_ORGANIZATIONS.forEach(entity -> queries.unflushed(delete(entity, ORGANIZATION))
                .setParameter("org", orgId)
                .executeUpdate());
    }

    @Override
    public void removeUser(String userId) {
        queries.unflushed(keepCreation(USER)).setParameter("user", userId).executeUpdate();
        OF_USERS.forEach(entity -> queries.unflushed(delete(entity, USER))
                .setParameter("user", userId)
                .executeUpdate());
    }

    @Override
    public void removeUsersOfStorage(String componentId) {
        queries.unflushed(keepCreation(USERS_OF_STORAGE))
                .setParameter("prefix", "f:" + componentId + ":%")
                .executeUpdate();
        OF_USERS.forEach(entity -> queries.unflushed(delete(entity, USERS_OF_STORAGE))
                .setParameter("prefix", "f:" + componentId + ":%")
                .executeUpdate());
        queries.unflushed(delete("DirectoryLeaverEntity", LEAVERS_OF_STORAGE))
                .setParameter("storage", componentId)
                .executeUpdate();
        removeGoneUsers();
    }

    @Override
    public void removeGoneUsers() {
        queries.flushed(keepCreation(GONE_USERS)).executeUpdate();
        OF_USERS.forEach(entity -> queries.flushed(delete(entity, GONE_USERS)).executeUpdate());
    }

    private static String delete(String entity, String whose) {
        return "delete from " + entity + " x" + whose;
    }

    /** Before the creators' records are removed. */
    private static String keepCreation(String whose) {
        return KEEP_CREATION + whose + CREATED;
    }
}
