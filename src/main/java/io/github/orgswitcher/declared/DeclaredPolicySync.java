package io.github.orgswitcher.declared;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import io.github.orgswitcher.decision.Backing;
import io.github.orgswitcher.declared.DeclaredPolicies.Declaring;
import io.github.orgswitcher.domain.RefusedDomainException;
import io.github.orgswitcher.domain.ShownText;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.DomainKey;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.store.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Makes the rows that belong to organizations' attributes say what the attributes say. Reads the rows of all its
 * organizations at once and writes only differences, many rows in one statement, so that importing many costs little.
 */
public final class DeclaredPolicySync {

    private static final Logger LOG = Logger.getLogger(DeclaredPolicySync.class);

    /** Domains of one statement. */
    private static final int BATCH = 200;

    private final KeycloakSession session;
    private final RealmStore store;
    private final RealmModel realm;
    private final Claimed claimed;

    /**
     * A synchronization for one realm.
     *
     * @param session the session of a transaction of our own, which it shares, with the realm in its context
     * @param realm the realm
     * @param claimed what is the word of the organization alone
     */
    public DeclaredPolicySync(KeycloakSession session, RealmModel realm, Claimed claimed) {
        this.session = session;
        this.store = RealmStore.of(session, realm);
        this.realm = realm;
        this.claimed = claimed;
    }

    /**
     * Synchronizes, once nobody else writes what these organizations have. A value that cannot be used is a warning in the log,
     * and nothing else.
     *
     * @param orgIds organizations of the realm
     */
    public void sync(Collection<String> orgIds) {
        Set<String> there = store.organizations().lock(orgIds);
        if (there.isEmpty()) {
            return;
        }
        List<AllowedDomain> kept = store.domains().of(there, Source.ATTRIBUTE);
        vouch(kept);
        Map<String, Map<String, PolicyValues>> domains = kept.stream()
                .collect(groupingBy(AllowedDomain::orgId, toMap(AllowedDomain::domain, AllowedDomain::policy)));
        Map<String, PolicyValues> policies = store.policies().of(there, Source.ATTRIBUTE);
        List<AllowedDomain> added = new ArrayList<>();
        for (Declaring organization : new DeclaredPolicies(session, realm).read(there)) {
            String id = organization.orgId();
            DeclaredPolicy declared = organization.policy();
            warn(organization.alias(), declared);
            Map<String, PolicyValues> present = domains.getOrDefault(id, Map.of());
            // One that is blocked for a time opens nothing, and keeps who stands behind it and what proves it.
            remove(id, Sets.difference(present.keySet(), Sets.union(declared.domains(), declared.suspended())));
            change(id, declared.policies(), present);
            added.addAll(added(id, Maps.filterKeys(declared.policies(), domain -> !present.containsKey(domain))));
            PolicyValues values = declared.policy().values();
            if (!values.equals(policies.getOrDefault(id, PolicyValues.NONE))) {
                store.policies().save(id, Source.ATTRIBUTE, values);
            }
        }
        Lists.partition(added, BATCH).forEach(this::add);
    }

    /** Who has declared a domain counts, and not who came upon it first: others look all organizations through. */
    private void vouch(List<AllowedDomain> kept) {
        kept.stream()
                .filter(domain ->
                        domain.backing() != Backing.REALM && claimed.isVouched(domain.orgId(), domain.domain()))
                .collect(groupingBy(AllowedDomain::orgId, mapping(AllowedDomain::domain, toSet())))
                .forEach((orgId, domains) -> Iterables.partition(domains, BATCH)
                        .forEach(some -> store.domains().back(orgId, some, Source.ATTRIBUTE, Backing.REALM)));
    }

    private void change(String orgId, Map<String, PolicyValues> declared, Map<String, PolicyValues> present) {
        declared.entrySet().stream()
                .filter(domain -> !domain.getValue().equals(present.getOrDefault(domain.getKey(), domain.getValue())))
                .collect(groupingBy(Map.Entry::getValue, mapping(Map.Entry::getKey, toSet())))
                .forEach((policy, domains) -> Iterables.partition(domains, BATCH)
                        .forEach(some -> store.domains().savePolicy(orgId, some, Source.ATTRIBUTE, policy)));
    }

    private void remove(String orgId, Set<String> domains) {
        Iterables.partition(domains, BATCH).forEach(some -> store.domains().remove(orgId, some, Source.ATTRIBUTE));
    }

    private List<AllowedDomain> added(String orgId, Map<String, PolicyValues> domains) {
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        return domains.entrySet().stream()
                .map(domain -> AllowedDomain.added(orgId, domain.getKey(), Source.ATTRIBUTE, now, null)
                        .claimed(claimed.is(orgId, domain.getKey()))
                        .saying(domain.getValue()))
                .toList();
    }

    /** What the other owner has added stays the other's. */
    private void add(List<AllowedDomain> domains) {
        Set<DomainKey> there = store.imports()
                .among(
                        domains.stream().map(AllowedDomain::orgId).collect(toSet()),
                        domains.stream().map(AllowedDomain::domain).collect(toSet()))
                .keySet();
        List<AllowedDomain> missing = domains.stream()
                .filter(domain -> !there.contains(new DomainKey(domain.orgId(), domain.domain())))
                .toList();
        if (!missing.isEmpty()) {
            store.imports().add(missing);
        }
    }

    private void warn(String alias, DeclaredPolicy declared) {
        for (RefusedDomainException refused : declared.refused()) {
            LOG.warnf(
                    "Realm %s, organization %s: the attribute %s names %s, which cannot be an allowed domain (%s)",
                    realm.getName(),
                    alias,
                    DeclaredPolicy.ALLOWED_DOMAINS,
                    ShownText.withoutAddress(refused.domain()),
                    refused.refusal());
        }
        for (RefusedSetting refused : declared.policy().refused()) {
            LOG.warnf(
                    "Realm %s, organization %s: the attribute %s cannot be \"%s\"; nobody is offered the organization",
                    realm.getName(), alias, refused.setting().attribute(), ShownText.withoutAddress(refused.value()));
        }
        for (String name : declared.policy().unknown().keySet()) {
            LOG.warnf(
                    "Realm %s, organization %s: there is no attribute %s; nobody is offered the organization",
                    realm.getName(), alias, ShownText.withoutAddress(name));
        }
        for (MissingGroup missing : declared.policy().missingGroups()) {
            LOG.warnf(
                    "Realm %s, organization %s: the attribute %s names the group \"%s\", which it has not;"
                            + " nobody is offered the organization",
                    realm.getName(), alias, missing.attribute(), ShownText.withoutAddress(missing.group()));
        }
    }
}
