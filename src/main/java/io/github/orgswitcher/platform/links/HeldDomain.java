package io.github.orgswitcher.platform.links;

import io.github.orgswitcher.domain.EmailDomain;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationDomainModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.utils.Organizations;

/**
 * A domain of Keycloak's own that an enabled organization has. Keycloak keeps it as an administrator has written it, Unicode
 * or not, and finds it by that spelling alone.
 *
 * @param organization the organization
 * @param domain the domain, or wildcard, that matches
 */
public record HeldDomain(OrganizationModel organization, OrganizationDomainModel domain) {

    /**
     * What organizations have for an email domain.
     *
     * @param session a session of the realm
     * @param domain the email domain
     * @return the domains that match, by each spelling of it
     */
    public static Stream<HeldDomain> of(KeycloakSession session, EmailDomain domain) {
        OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
        return domain.spellings().stream().flatMap(spelling -> {
            OrganizationModel organization = organizations.getByDomainName(spelling);
            OrganizationDomainModel matching = Organizations.getMatchingDomain(spelling, organization);
            return matching == null || !organization.isEnabled()
                    ? Stream.empty()
                    : Stream.of(new HeldDomain(organization, matching));
        });
    }
}
