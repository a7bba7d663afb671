package io.github.orgswitcher.management;

import io.github.orgswitcher.declared.Claimed;
import io.github.orgswitcher.declared.DeclaredPolicy;
import io.github.orgswitcher.declared.DeclaredPolicySync;
import io.github.orgswitcher.platform.admin.FineGrained;
import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.AllowedDomains;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.store.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Changes of one organization's allowed domains by somebody who may make them, in an {@link OwnTransaction} that has locked the
 * organization.
 */
public final class DomainChanges {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String orgId;
    private final AllowedDomains domains;

    /**
     * Changes in a transaction.
     *
     * @param session the session of the transaction, with the realm in its context
     * @param orgId the organization
     */
    public DomainChanges(KeycloakSession session, String orgId) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.orgId = orgId;
        this.domains = RealmStore.of(session, realm).domains();
    }

    /**
     * Adds a domain.
     *
     * @param domain the domain, of the organization
     * @throws DomainRefusedException where it is there already, or says what the organization's attributes say for all
     */
    public void add(AllowedDomain domain) {
        requireOwn(PolicyValues.NONE, domain.policy());
        if (!domains.add(domain)) {
            throw domains.find(orgId, domain.domain())
                            .filter(DomainChanges::isByAttribute)
                            .isPresent()
                    ? byAttribute(domain.domain())
                    : new DomainRefusedException("orgSwitcherDomainExists", domain.domain());
        }
    }

    /**
     * Changes what a domain says for itself.
     *
     * @param name the domain as it is stored
     * @param change what it says from now on, of what it says now
     * @return the domain as it is then; empty where nothing changes
     * @throws DomainRefusedException where it is not there, or the attribute's, or says what the organization's attributes say
     *     for all
     */
    public Optional<AllowedDomain> change(String name, UnaryOperator<PolicyValues> change) {
        AllowedDomain domain = changeable(name);
        PolicyValues values = change.apply(domain.policy());
        if (values.equals(domain.policy())) {
            return Optional.empty();
        }
        requireOwn(domain.policy(), values);
        domains.savePolicy(orgId, name, Source.API, values);
        followAttributes();
        return Optional.of(domain.saying(values));
    }

    /** What attributes declare for the whole organization, only they make exceptions from. */
    private void requireOwn(PolicyValues before, PolicyValues after) {
        for (PolicySetting<?> setting : PolicySettings.OF_ONE_DOMAIN) {
            boolean said =
                    after.find(setting).isPresent() && !after.find(setting).equals(before.find(setting));
            if (said && isDeclared(setting)) {
                throw DomainRefusedException.declared(setting);
            }
        }
    }

    /** What closes the organization because it cannot be understood declares nothing. */
    private boolean isDeclared(PolicySetting<?> setting) {
        OrganizationModel organization =
                session.getProvider(OrganizationProvider.class).getById(orgId);
        return organization != null && DeclaredPolicy.names(organization.getAttributes(), setting);
    }

    /**
     * Removes a domain; where the organization's attribute names it too, it stays, as the attribute's.
     *
     * @param name the domain as it is stored
     * @return what was removed
     * @throws DomainRefusedException where it is not there, or the attribute's
     */
    public AllowedDomain remove(String name) {
        AllowedDomain domain = changeable(name);
        domains.remove(orgId, List.of(name), Source.API);
        followAttributes();
        return domain;
    }

    /** What they say may depend on what REST has said. Nobody knows any more who has written them. */
    private void followAttributes() {
        new DeclaredPolicySync(session, realm, Claimed.all(FineGrained.isOn(realm))).sync(Set.of(orgId));
    }

    /**
     * Has a domain be more than the organization's own word.
     *
     * @param name the domain as it is stored
     * @throws DomainRefusedException where it is not there, or the attribute's
     */
    void vouch(String name) {
        domains.vouch(orgId, List.of(changeable(name).domain()), Source.API);
    }

    private AllowedDomain changeable(String name) {
        AllowedDomain domain = domains.find(orgId, name).orElseThrow(() -> DomainRefusedException.unknown(name));
        if (isByAttribute(domain)) {
            throw byAttribute(name);
        }
        return domain;
    }

    private static boolean isByAttribute(AllowedDomain domain) {
        return domain.source() == Source.ATTRIBUTE;
    }

    private static DomainRefusedException byAttribute(String name) {
        return new DomainRefusedException("orgSwitcherDomainByAttribute", name, DeclaredPolicy.ALLOWED_DOMAINS);
    }
}
