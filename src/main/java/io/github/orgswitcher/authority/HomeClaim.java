package io.github.orgswitcher.authority;

import io.github.orgswitcher.decision.Backing;
import io.github.orgswitcher.decision.DomainStatus;
import io.github.orgswitcher.decision.Match;
import io.github.orgswitcher.decision.ProvenDomains;
import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.platform.admin.FineGrained;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.ProvenName;
import io.github.orgswitcher.store.RealmStore;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Whether an organization may have the people of a domain sent to its own identity provider. An administrator of this
 * organization alone can give it any domain in Keycloak, and would take the people of another one away from the mail that
 * proves who they are.
 */
public final class HomeClaim {

    private final RealmStore store;
    private final ProvenDomains rule;
    private final DomainRules rules;
    private final boolean tenants;

    /**
     * The claims in a realm.
     *
     * @param session the Keycloak session
     * @param realm the realm
     */
    public HomeClaim(KeycloakSession session, RealmModel realm) {
        this.store = RealmStore.of(session, realm);
        SwitcherConfig config = SwitcherConfig.of(session, realm);
        this.rule = config.provenDomains();
        this.rules = config.domainRules();
        this.tenants = FineGrained.isOn(realm);
    }

    /**
     * Whether an organization's claim counts. What another organization's managers say takes nobody from it, nor do they give
     * people to their own by the mail that one of them reads on the domain.
     *
     * @param orgId the organization, which has the domain in Keycloak
     * @param domain the domain
     * @return whether nobody else has proven the domain, which is nobody's by the realm's lists, and the organization has, or
     *     may let its people in, or the realm lets no others let them in, where only who manages all organizations can have
     *     said so
     */
    public boolean counts(String orgId, EmailDomain domain) {
        List<ProvenName> proven = store.proofs().among(orgId, DomainPattern.proving(domain));
        if (!rules.opens(domain) || proven.stream().anyMatch(ProvenName::another)) {
            return false;
        }
        List<Match> holders =
                Holders.of(store, store.standings().opened(domain)).beside(orgId::equals);
        return proven.stream().anyMatch(ProvenName::own)
                || !tenants && holders.stream().noneMatch(holder -> isAnother(holder, orgId))
                || holders.stream().anyMatch(holder -> isOpen(holder, orgId));
    }

    private static boolean isAnother(Match holder, String orgId) {
        return !holder.orgId().equals(orgId) && holder.backing() == Backing.REALM;
    }

    private boolean isOpen(Match holder, String orgId) {
        return holder.orgId().equals(orgId)
                && holder.backing() != Backing.AFFILIATION
                && holder.domainStatus(rule) == DomainStatus.OPENS;
    }
}
