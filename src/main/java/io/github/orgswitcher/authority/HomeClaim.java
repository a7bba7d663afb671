package io.github.orgswitcher.authority;

import io.github.orgswitcher.decision.DomainStatus;
import io.github.orgswitcher.decision.Match;
import io.github.orgswitcher.decision.ProvenDomains;
import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.OrgSwitcherStore;
import io.github.orgswitcher.store.ProvenName;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Whether an organization may have the people of a domain sent to its own identity provider. An administrator of this
 * organization alone can give it any domain in Keycloak, and would take the people of another one away from the mail that
 * proves who they are.
 */
public final class HomeClaim {

    /** No user has this id. */
    private static final String NOBODY = "";

    private final OrgSwitcherStore store;
    private final String realmId;
    private final ProvenDomains rule;

    /**
     * The claims in a realm.
     *
     * @param session the Keycloak session
     * @param realm the realm
     */
    public HomeClaim(KeycloakSession session, RealmModel realm) {
        this.store = session.getProvider(OrgSwitcherStore.class);
        this.realmId = realm.getId();
        this.rule = SwitcherConfig.of(session, realm).provenDomains();
    }

    /**
     * Whether an organization's claim counts.
     *
     * @param orgId the organization, which has the domain in Keycloak
     * @param domain the domain
     * @return whether nobody else has proven the domain and the organization has, or may let its people in, or nobody else
     *     lets them in
     */
    public boolean counts(String orgId, EmailDomain domain) {
        List<ProvenName> proven = store.provenNames(realmId, orgId, DomainPattern.proving(domain));
        if (proven.stream().anyMatch(ProvenName::another)) {
            return false;
        }
        List<Match> holders = store.person(realmId, NOBODY, domain).matches();
        return proven.stream().anyMatch(ProvenName::own)
                || holders.stream().allMatch(holder -> holder.orgId().equals(orgId))
                || holders.stream()
                        .anyMatch(holder ->
                                holder.orgId().equals(orgId) && holder.domainStatus(rule) == DomainStatus.OPENS);
    }
}
