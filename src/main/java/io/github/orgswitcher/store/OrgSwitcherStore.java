package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.platform.admin.AdminView;
import io.github.orgswitcher.policy.JoinPolicy;
import io.github.orgswitcher.policy.PolicyValues;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.provider.Provider;

/** Allowed domains, join policies and enrollments of the realms' organizations. Calls name their realm. */
public interface OrgSwitcherStore extends Provider {

    /**
     * What is known of one person, in one query, whatever the number of organizations. Organizations that are disabled,
     * or let nobody in, are among the matches.
     *
     * @param realmId the realm
     * @param userId the person
     * @param domain the domain of the person's email address; null where it opens nothing
     * @return matches with organizations, and what is kept of the person
     */
    Matching person(String realmId, String userId, @Nullable EmailDomain domain);

    /**
     * An organization's allowed domains, ordered by name; {@code *.acme.com} comes after {@code acme.com}.
     *
     * @param realmId the realm
     * @param orgId the organization
     * @param paging the page, and words about the domain with or without its {@code *.}
     * @return the page
     */
    List<AllowedDomain> domains(String realmId, String orgId, Paging paging);

    /**
     * Allowed domains of all organizations that the administrator of the session may view, ordered by name and then by
     * organization; {@code *.acme.com} comes after {@code acme.com}.
     *
     * @param realmId the realm, which is the session's
     * @param paging the page, and words about the domain with or without its {@code *.}
     * @param organizations the organizations that the administrator may view
     * @return the page
     */
    List<HeldDomain> heldDomains(String realmId, Paging paging, AdminView organizations);

    /**
     * One allowed domain.
     *
     * @param realmId the realm
     * @param orgId the organization
     * @param domain the pattern as stored
     * @return the row, if it is there
     */
    Optional<AllowedDomain> domain(String realmId, String orgId, String domain);

    /**
     * Adds an allowed domain.
     *
     * @param realmId the realm
     * @param domain the row to add
     * @return false when the organization has that domain already, whoever owns the row; then nothing changes
     */
    boolean addDomain(String realmId, AllowedDomain domain);

    /**
     * Adds allowed domains that are not there, and the default policy where an organization has none yet, with a few
     * statements.
     *
     * @param realmId the realm
     * @param domains the rows to add, a few hundred at most, of organizations that are locked
     */
    void addDomains(String realmId, List<AllowedDomain> domains);

    /**
     * Which of some domains some organizations hold.
     *
     * @param realmId the realm
     * @param orgIds the organizations
     * @param domains the patterns as stored
     * @return the ones that are there
     */
    List<DomainKey> domainsAmong(String realmId, Collection<String> orgIds, Collection<String> domains);

    /**
     * Organizations by id or alias.
     *
     * @param realmId the realm
     * @param idsOrAliases ids and aliases
     * @return the organizations that have one of them
     */
    List<OrganizationRef> organizations(String realmId, Collection<String> idsOrAliases);

    /**
     * Removes an allowed domain.
     *
     * @param realmId the realm
     * @param orgId the organization
     * @param domain the pattern as stored
     * @param source the owner; the other's row stays
     * @return whether there was such a row
     */
    boolean removeDomain(String realmId, String orgId, String domain, Source source);

    /**
     * Removes allowed domains with one statement.
     *
     * @param realmId the realm
     * @param orgId the organization
     * @param domains the patterns as stored, a few hundred at most
     * @param source the owner; the other's rows stay
     */
    void removeDomains(String realmId, String orgId, Collection<String> domains, Source source);

    /**
     * The allowed domains that an owner has written.
     *
     * @param realmId the realm
     * @param orgIds the organizations
     * @param source the owner
     * @return the rows
     */
    List<AllowedDomain> domainsOf(String realmId, Collection<String> orgIds, Source source);

    /**
     * Writes what a check of an allowed domain's proof has brought, whoever owns the row.
     *
     * @param realmId the realm
     * @param checked the domain as it was read before the check; it has a token
     * @param proof what is known now
     * @return false when the domain was removed, or was checked later than this, by others; then nothing changes
     */
    boolean saveProof(String realmId, AllowedDomain checked, DomainProof proof);

    /**
     * Verified domains of all realms whose proof was not checked for long, the longest unchecked first.
     *
     * @param checkedUntil the latest time of the last check
     * @param max most rows to return
     * @return the rows
     */
    List<RealmDomain> proofsToCheck(Instant checkedUntil, int max);

    /**
     * An organization's policy.
     *
     * @param realmId the realm
     * @param orgId the organization
     * @return the policy; one that says nothing where none was set
     */
    JoinPolicy policy(String realmId, String orgId);

    /**
     * What an owner says about policies.
     *
     * @param realmId the realm
     * @param orgIds the organizations
     * @param source the owner
     * @return the settings, by the organization's id; none for an organization of which the owner says nothing
     */
    Map<String, PolicyValues> policiesOf(String realmId, Collection<String> orgIds, Source source);

    /**
     * Sets what an owner says about an organization's policy. What the other says stays.
     *
     * @param realmId the realm
     * @param orgId the organization
     * @param source the owner
     * @param values all the owner says
     */
    void savePolicy(String realmId, String orgId, Source source, PolicyValues values);

    /**
     * How many members an organization has, however they came.
     *
     * @param realmId the realm
     * @param orgId the organization
     * @return the number
     */
    long memberCount(String realmId, String orgId);

    /**
     * The realms that have organizations.
     *
     * @return their ids
     */
    List<String> realmsWithOrganizations();

    /**
     * Organizations that have rows which belong to attributes, or attributes that ask for some; ordered by id.
     *
     * @param realmId the realm
     * @param afterOrgId the last id of the page before; empty for the first page
     * @param max most to return
     * @return their ids
     */
    List<String> declaringOrganizations(String realmId, String afterOrgId, int max);

    /**
     * The organizations whose own groups these are. Keycloak keeps an organization's attributes with its own group.
     *
     * @param realmId the realm
     * @param groupIds groups of any kind
     * @return ids of the organizations
     */
    List<String> organizationsOfGroups(String realmId, Collection<String> groupIds);

    /**
     * Which of some organizations people have created, and no administrator.
     *
     * @param realmId the realm
     * @param orgIds the organizations
     * @return those whose creator is on record
     */
    Set<String> createdByPeople(String realmId, Collection<String> orgIds);

    /**
     * The attributes of organizations whose names begin with {@code org-switcher.}, as they are in the database.
     *
     * @param realmId the realm
     * @param orgIds the organizations
     * @return the attributes of those that are still there
     */
    List<OrganizationAttributes> declared(String realmId, Collection<String> orgIds);

    /**
     * Makes everyone else who calls this for one of these organizations, or removes one, wait until the transaction ends. What
     * is to be written of an organization, or decides on a seat, is read after this.
     *
     * @param realmId the realm
     * @param orgIds the organizations
     * @return ids of those that are there, and stay there until then
     */
    Set<String> lockOrganizations(String realmId, Collection<String> orgIds);

    /**
     * Makes everyone else who calls this for the same realm, or changes the realm itself, wait until the transaction ends.
     *
     * @param realmId the realm
     */
    void lockRealm(String realmId);

    /**
     * One enrollment.
     *
     * @param realmId the realm
     * @param orgId the organization
     * @param userId the user
     * @return the record, if there is one
     */
    Optional<Enrollment> enrollment(String realmId, String orgId, String userId);

    /**
     * An organization's enrollments with their people, the latest first.
     *
     * @param realmId the realm, which is the session's
     * @param orgId the organization
     * @param statuses those to return
     * @param paging the page, and words about the user name, email address, first name, last name, or allowed domain
     * @param users the users that the administrator of the session may view; others are returned without a person, and
     *     are found by their domain alone
     * @return the page
     */
    List<EnrolledPerson> enrollments(
            String realmId, String orgId, Collection<EnrollmentStatus> statuses, Paging paging, AdminView users);

    /**
     * Writes enrollments in one order for all callers; a record that exists keeps its creation time, and a dismissal
     * leaves it as it is. Safe against others who write the same records at the same moment.
     *
     * @param realmId the realm
     * @param enrollments the records
     */
    void saveEnrollments(String realmId, Collection<Enrollment> enrollments);

    /**
     * Records that a member has left, so that nobody is joined again who does not want to be, or is not wanted. Does
     * nothing where the organization neither has a policy nor knows the person.
     *
     * @param realmId the realm
     * @param orgId the organization
     * @param userId the user
     * @param now the time
     */
    void saveLeft(String realmId, String orgId, String userId, Instant now);

    /**
     * Forgets an enrollment.
     *
     * @param realmId the realm
     * @param orgId the organization
     * @param userId the user
     * @param status what it must be; otherwise it stays
     * @return whether it was forgotten
     */
    boolean removeEnrollment(String realmId, String orgId, String userId, EnrollmentStatus status);

    /**
     * Accounts that lost an address to its owner, the latest first.
     *
     * @param realmId the realm, which is the session's
     * @param paging the page, and words about the names and addresses of both accounts
     * @param users the users that the administrator of the session may view; other accounts are left out, and other owners
     *     are returned by their id alone
     * @return the page
     */
    List<SetAsideAccount> setAside(String realmId, Paging paging, AdminView users);

    /**
     * What is kept of a realm's people.
     *
     * @param realmId the realm
     * @return their records
     */
    People people(String realmId);

    /**
     * Sends what the transaction has changed to the database, so that what one user gives up, such as a name, is free for
     * another one: Hibernate sends new rows before changed ones.
     */
    void flush();

    /**
     * Keycloak's own domains of a realm that are marked verified.
     *
     * @param realmId the realm
     * @return the domains
     */
    MarkedDomains markedDomains(String realmId);

    /**
     * Which domain names somebody has proven.
     *
     * @param realmId the realm
     * @param orgId the organization whose proofs are told from others'
     * @param names domain names without wildcards, a few hundred at most
     * @return those that somebody has proven
     */
    List<ProvenName> provenNames(String realmId, String orgId, Collection<String> names);

    /**
     * The last settings of a realm.
     *
     * @param realmId the realm
     * @return the copy, if there is one
     */
    Optional<SettingsCopy> settings(String realmId);

    /**
     * Keeps settings, in place of any earlier ones.
     *
     * @param realmId the realm
     * @param copy the settings
     */
    void saveSettings(String realmId, SettingsCopy copy);

    /**
     * Forgets the settings of a realm.
     *
     * @param realmId the realm
     */
    void removeSettings(String realmId);

    /**
     * Does work on a connection that sees what others commit and waits for no lock longer than seconds, and flushes what it
     * has written. For {@link OwnTransaction}.
     *
     * @param work the work, whose first statement is the transaction's first
     * @param <T> what it returns
     * @return what the work returns
     */
    <T> T guarded(Supplier<T> work);

    /**
     * Whether an organization of the realm has this name, or one that looks like it; see
     * {@link io.github.orgswitcher.name.LookAlikes}.
     *
     * @param realmId the realm
     * @param name the name
     * @return whether it is taken
     */
    boolean organizationNameTaken(String realmId, String name);

    /**
     * Whether Keycloak's table of groups could have this for a name. Some databases fail to look for what it could not.
     *
     * @param text any text that can be stored
     * @return whether it could
     */
    boolean canBeGroupName(String text);

    /**
     * Forgets a realm.
     *
     * @param realmId the realm
     */
    void removeRealm(String realmId);

    /**
     * Forgets an organization.
     *
     * @param realmId the realm
     * @param orgId the organization
     */
    void removeOrganization(String realmId, String orgId);

    /**
     * Forgets a user.
     *
     * @param realmId the realm
     * @param userId the user
     */
    void removeUser(String realmId, String userId);

    /**
     * Forgets the users of a user storage provider that was removed with all of them.
     *
     * @param realmId the realm
     * @param componentId the provider
     */
    void removeUsersOfStorage(String realmId, String componentId);

    /**
     * Forgets users that are not there any more and of whose removal Keycloak has told nobody: it removes a user storage
     * provider's imported users with no event.
     *
     * @param realmId the realm
     */
    void removeGoneUsers(String realmId);

    @Override
    default void close() {}
}
