package io.github.orgswitcher.management;

import io.github.orgswitcher.decision.Backing;
import io.github.orgswitcher.declared.Claimed;
import io.github.orgswitcher.declared.DeclaredPolicySync;
import io.github.orgswitcher.declared.DeclaredWords;
import io.github.orgswitcher.declared.DeclaredWords.Contradiction;
import io.github.orgswitcher.platform.admin.FineGrained;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.AllowedDomains;
import io.github.orgswitcher.store.DomainKey;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.store.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

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
     * @throws DomainRefusedException where it is there already, or says what the organization's attributes do not let it
     */
    public void add(AllowedDomain domain) {
        requireUncontradicted(domain.domain(), PolicyValues.NONE, domain.policy());
        if (!domains.add(domain)) {
            throw domains.find(orgId, domain.domain())
                            .filter(DomainChanges::isByAttribute)
                            .isPresent()
                    ? new DomainRefusedException(Contradiction.ofDomain(domain.domain()))
                    : new DomainRefusedException("orgSwitcherDomainExists", domain.domain());
        }
    }

    /**
     * Changes what a domain says for itself.
     *
     * @param name the domain as it is stored
     * @param change what it says from now on, of what it says now
     * @return the domain as it is then; empty where nothing changes
     * @throws DomainRefusedException where it is not there, or the attribute's, or says what the organization's attributes do not
     *     let it
     */
    public Optional<AllowedDomain> change(String name, UnaryOperator<PolicyValues> change) {
        AllowedDomain domain = changeable(name);
        PolicyValues values = change.apply(domain.policy());
        if (values.equals(domain.policy())) {
            return Optional.empty();
        }
        requireUncontradicted(name, domain.policy(), values);
        domains.savePolicy(orgId, List.of(name), Source.API, values);
        followAttributes();
        return Optional.of(domain.saying(values));
    }

    private void requireUncontradicted(String name, PolicyValues before, PolicyValues after) {
        DeclaredWords.of(RealmStore.of(session, realm), Set.of(orgId))
                .contradicting(new DomainKey(orgId, name), before, after)
                .ifPresent(contradiction -> {
                    throw new DomainRefusedException(contradiction);
                });
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

    /** Has a domain be more than the organization's claim, in whose place one of its managers has shown something. */
    void affiliate(String name) {
        domains.back(orgId, List.of(changeable(name).domain()), Source.API, Backing.AFFILIATION);
    }

    /**
     * A domain that is not the attribute's.
     *
     * @throws DomainRefusedException where it is not there, or the attribute's
     */
    AllowedDomain changeable(String name) {
        AllowedDomain domain = domains.find(orgId, name).orElseThrow(() -> DomainRefusedException.unknown(name));
        if (isByAttribute(domain)) {
            throw new DomainRefusedException(Contradiction.ofDomain(name));
        }
        return domain;
    }

    private static boolean isByAttribute(AllowedDomain domain) {
        return domain.source() == Source.ATTRIBUTE;
    }
}
