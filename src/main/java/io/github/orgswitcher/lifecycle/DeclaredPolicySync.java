package io.github.orgswitcher.lifecycle;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.domain.RefusedDomainException;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.OrgSwitcherStore;
import io.github.orgswitcher.store.PolicySettings;
import io.github.orgswitcher.store.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;

/**
 * Makes the rows that belong to organizations' attributes say what the attributes say. Reads the rows of all its
 * organizations at once and writes only differences, so that importing many costs little.
 */
public final class DeclaredPolicySync {

    private static final Logger LOG = Logger.getLogger(DeclaredPolicySync.class);

    private final OrgSwitcherStore store;
    private final RealmModel realm;

    /**
     * A synchronization for one realm.
     *
     * @param session the Keycloak session, whose transaction it shares
     * @param realm the realm
     */
    public DeclaredPolicySync(KeycloakSession session, RealmModel realm) {
        this.store = session.getProvider(OrgSwitcherStore.class);
        this.realm = realm;
    }

    /**
     * Synchronizes. A value that cannot be used is a warning in the log, and nothing else.
     *
     * @param organizations organizations of the realm
     */
    public void sync(List<OrganizationModel> organizations) {
        if (organizations.isEmpty()) {
            return;
        }
        List<String> ids = organizations.stream().map(OrganizationModel::getId).toList();
        Map<String, Set<String>> domains = store.domainsOf(realm.getId(), ids, Source.ATTRIBUTE).stream()
                .collect(groupingBy(AllowedDomain::orgId, mapping(AllowedDomain::domain, toSet())));
        Map<String, PolicySettings> policies = store.policiesOf(realm.getId(), ids, Source.ATTRIBUTE);
        DomainRules rules = SwitcherConfig.of(realm).domainRules();
        for (OrganizationModel organization : organizations) {
            String id = organization.getId();
            DeclaredPolicy declared = DeclaredPolicy.of(organization.getAttributes(), rules);
            warn(organization, declared);
            syncDomains(id, domains.getOrDefault(id, Set.of()), declared.domains());
            PolicySettings settings = declared.policy().settings();
            if (!settings.equals(policies.getOrDefault(id, PolicySettings.NONE))) {
                store.savePolicy(realm.getId(), id, Source.ATTRIBUTE, settings);
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
                .map(domain -> AllowedDomain.added(orgId, domain, Source.ATTRIBUTE, now, null))
                .forEach(domain -> store.addDomain(realm.getId(), domain));
    }

    private void warn(OrganizationModel organization, DeclaredPolicy declared) {
        for (RefusedDomainException refused : declared.refused()) {
            LOG.warnf(
                    "Realm %s, organization %s: the attribute %s names %s, which cannot be an allowed domain (%s)",
                    realm.getName(),
                    organization.getAlias(),
                    DeclaredPolicy.ALLOWED_DOMAINS,
                    refused.domain(),
                    refused.refusal());
        }
        for (RefusedSetting refused : declared.policy().refused()) {
            LOG.warnf(
                    "Realm %s, organization %s: the attribute %s cannot be \"%s\"; nobody is offered the organization",
                    realm.getName(), organization.getAlias(), refused.setting().attribute(), refused.value());
        }
    }
}
