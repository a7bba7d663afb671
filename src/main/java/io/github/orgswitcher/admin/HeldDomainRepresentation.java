package io.github.orgswitcher.admin;

import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.store.HeldDomain;
import io.github.orgswitcher.store.Source;
import io.github.orgswitcher.store.Verification;

/**
 * An allowed domain and the organization that holds it, as JSON.
 *
 * @param domain the domain: lower case, A-labels, {@code *.} prefix kept
 * @param source who owns it
 * @param verification whether the organization has proven that it owns the domain
 * @param organization the organization
 */
public record HeldDomainRepresentation(
        String domain, Source source, Verification verification, OrganizationRef organization) {

    static HeldDomainRepresentation of(HeldDomain held) {
        return new HeldDomainRepresentation(held.domain(), held.source(), held.verification(), held.organization());
    }
}
