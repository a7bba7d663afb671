package io.github.orgswitcher.declared;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.google.common.collect.Lists;
import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.people.OrganizationGroups;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.DomainKey;
import io.github.orgswitcher.store.DomainPolicy;
import io.github.orgswitcher.store.OrganizationAttributes;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.store.Source;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Reads what organizations' attributes say, beside what others have said of the same domains, which is read for many domains of many
 * organizations at once.
 */
public final class DeclaredPolicies {

    /** Domains of one statement. */
    private static final int BATCH = 200;

    private final KeycloakSession session;
    private final RealmStore store;
    private final DomainRules rules;

    /**
     * Reads in one realm.
     *
     * @param session the Keycloak session, with the realm in its context
     * @param realm the realm
     */
    public DeclaredPolicies(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.store = RealmStore.of(session, realm);
        this.rules = SwitcherConfig.of(session, realm).domainRules();
    }

    /**
     * An organization with what its attributes say.
     *
     * @param orgId the organization
     * @param alias its alias, for people
     * @param policy what they say
     */
    public record Declaring(String orgId, String alias, DeclaredPolicy policy) {}

    /**
     * What the attributes of one organization say.
     *
     * @param organization the organization
     * @return what they say
     */
    public DeclaredPolicy of(OrganizationModel organization) {
        return together(List.of(new OrganizationAttributes(
                        organization.getId(), organization.getAlias(), organization.getAttributes())))
                .get(0)
                .policy();
    }

    /**
     * What the attributes of some organizations say.
     *
     * @param orgIds the organizations, some hundred at most
     * @return those that are there, with what they say
     */
    public List<Declaring> read(Collection<String> orgIds) {
        return orgIds.isEmpty() ? List.of() : together(store.attributes().of(orgIds));
    }

    private List<Declaring> together(List<OrganizationAttributes> organizations) {
        List<Read> all = organizations.stream()
                .map(organization ->
                        new Read(organization, DeclaredDomains.of(organization.attributes(), rules::allow)))
                .toList();
        Map<String, Map<String, PolicyValues>> others =
                others(all.stream().flatMap(Read::speaking).toList());
        return all.stream()
                .map(read ->
                        declaring(read, others.getOrDefault(read.organization().orgId(), Map.of())))
                .toList();
    }

    private Declaring declaring(Read read, Map<String, PolicyValues> others) {
        OrganizationAttributes organization = read.organization();
        Owner owner = new Owner(group -> hasGroup(organization.orgId(), group), others);
        return new Declaring(
                organization.orgId(),
                organization.alias(),
                DeclaredPolicy.of(organization.attributes(), read.domains(), owner));
    }

    /** What attributes say, whatever the organization has. */
    private record Read(OrganizationAttributes organization, DeclaredDomains domains) {

        Stream<DomainKey> speaking() {
            return domains.speaking().keySet().stream().map(domain -> new DomainKey(organization.orgId(), domain));
        }
    }

    /** As it was written in this very transaction, too. */
    private Map<String, Map<String, PolicyValues>> others(List<DomainKey> keys) {
        Map<DomainKey, DomainPolicy> held = new HashMap<>();
        Lists.partition(keys, BATCH)
                .forEach(some -> held.putAll(store.imports()
                        .among(
                                some.stream().map(DomainKey::orgId).collect(toSet()),
                                some.stream().map(DomainKey::domain).collect(toSet()))));
        return held.entrySet().stream()
                .filter(domain -> domain.getValue().source() != Source.ATTRIBUTE)
                .collect(groupingBy(
                        domain -> domain.getKey().orgId(),
                        toMap(domain -> domain.getKey().domain(), domain -> domain.getValue()
                                .values())));
    }

    private boolean hasGroup(String orgId, String reference) {
        OrganizationModel organization =
                session.getProvider(OrganizationProvider.class).getById(orgId);
        return organization != null && new OrganizationGroups(session, organization).has(reference);
    }
}
