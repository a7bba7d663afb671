package io.github.orgswitcher.declared;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.domain.RefusedDomainException;
import io.github.orgswitcher.domain.ShownText;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.OrgSwitcherStore;
import io.github.orgswitcher.store.OrganizationAttributes;
import io.github.orgswitcher.store.Source;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Makes the rows that belong to organizations' attributes say what the attributes say. Reads the rows of all its
 * organizations at once and writes only differences, so that importing many costs little.
 */
public final class DeclaredPolicySync {

    private static final Logger LOG = Logger.getLogger(DeclaredPolicySync.class);

    private final KeycloakSession session;
    private final OrgSwitcherStore store;
    private final RealmModel realm;
    private final Claimed claimed;

    /**
     * A synchronization for one realm.
     *
     * @param session the session of a transaction of our own, which it shares
     * @param realm the realm
     * @param claimed whether what is new is the word of the organization alone
     */
    public DeclaredPolicySync(KeycloakSession session, RealmModel realm, Claimed claimed) {
        this.session = session;
        this.store = session.getProvider(OrgSwitcherStore.class);
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
        Set<String> there = store.lockOrganizations(realm.getId(), orgIds);
        if (there.isEmpty()) {
            return;
        }
        Map<String, Set<String>> domains = store.domainsOf(realm.getId(), there, Source.ATTRIBUTE).stream()
                .collect(groupingBy(AllowedDomain::orgId, mapping(AllowedDomain::domain, toSet())));
        Map<String, PolicyValues> policies = store.policiesOf(realm.getId(), there, Source.ATTRIBUTE);
        DomainRules rules = SwitcherConfig.of(session, realm).domainRules();
        for (OrganizationAttributes organization : store.declared(realm.getId(), there)) {
            String id = organization.orgId();
            DeclaredPolicy declared = DeclaredPolicy.of(organization.attributes(), rules);
            warn(organization, declared);
            syncDomains(id, domains.getOrDefault(id, Set.of()), declared.domains());
            PolicyValues values = declared.policy().values();
            if (!values.equals(policies.getOrDefault(id, PolicyValues.NONE))) {
                store.savePolicy(realm.getId(), id, Source.ATTRIBUTE, values);
            }
        }
    }

    private void syncDomains(String orgId, Set<String> present, Set<String> declared) {
        present.stream()
                .filter(domain -> !declared.contains(domain))
                .forEach(domain -> store.removeDomain(realm.getId(), orgId, domain, Source.ATTRIBUTE));
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        declared.stream()
                .filter(domain -> !present.contains(domain))
                .map(domain -> AllowedDomain.added(orgId, domain, Source.ATTRIBUTE, now, null)
                        .claimed(claimed.is(orgId, domain)))
                .forEach(domain -> store.addDomain(realm.getId(), domain));
    }

    private void warn(OrganizationAttributes organization, DeclaredPolicy declared) {
        for (RefusedDomainException refused : declared.refused()) {
            LOG.warnf(
                    "Realm %s, organization %s: the attribute %s names %s, which cannot be an allowed domain (%s)",
                    realm.getName(),
                    organization.alias(),
                    DeclaredPolicy.ALLOWED_DOMAINS,
                    ShownText.withoutAddress(refused.domain()),
                    refused.refusal());
        }
        for (RefusedSetting refused : declared.policy().refused()) {
            LOG.warnf(
                    "Realm %s, organization %s: the attribute %s cannot be \"%s\"; nobody is offered the organization",
                    realm.getName(),
                    organization.alias(),
                    refused.setting().attribute(),
                    ShownText.withoutAddress(refused.value()));
        }
    }
}
