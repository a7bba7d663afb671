package io.github.orgswitcher.platform.links.keycloak267;

import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.platform.links.AutoMembership;
import io.github.orgswitcher.platform.links.HeldDomain;
import io.github.orgswitcher.platform.links.Home;
import io.github.orgswitcher.platform.links.LinkRemark;
import io.github.orgswitcher.platform.links.ProviderLinks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationDomainModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.OrganizationModel.IdentityProviderRedirectMode;
import org.keycloak.models.UserModel;
import org.keycloak.organization.utils.Organizations;

/** A provider that is linked is the organization's own, and its configuration says whom it is home to. */
public final class OneOrganizationLinks implements ProviderLinks {

    private static final String EXCLUDED_SEPARATOR = ",";

    @Override
    public String version() {
        return "26.7";
    }

    @Override
    public Optional<String> ownerOf(KeycloakSession session, IdentityProviderModel provider) {
        return Optional.ofNullable(provider.getOrganizationId());
    }

    @Override
    public boolean isEnterprise(KeycloakSession session, IdentityProviderModel provider, @Nullable UserModel person) {
        return provider.getOrganizationId() != null;
    }

    @Override
    public Home homeOf(KeycloakSession session, EmailDomain domain) {
        return HeldDomain.of(session, domain)
                .flatMap(OneOrganizationLinks::serving)
                .filter(home -> domain.spellings().stream().noneMatch(spelling -> excludes(home.provider(), spelling)))
                .findFirst()
                .<Home>map(home -> home)
                .orElse(Home.NONE);
    }

    private static Stream<Home.At> serving(HeldDomain held) {
        return held.organization()
                .getIdentityProviders()
                .filter(IdentityProviderRedirectMode.EMAIL_MATCH::isSet)
                .filter(provider -> serves(provider, held.domain().getName()))
                .map(provider -> new Home.At(provider, held.organization().getId()));
    }

    private static boolean serves(IdentityProviderModel provider, String organizationDomain) {
        String served = provider.getConfig().get(OrganizationModel.ORGANIZATION_DOMAIN_ATTRIBUTE);
        return OrganizationDomainModel.ANY_DOMAIN.equals(served) || organizationDomain.equals(served);
    }

    private static boolean excludes(IdentityProviderModel provider, String domain) {
        String excluded = provider.getConfig().get(OrganizationModel.ORGANIZATION_EXCLUDED_DOMAIN_ATTRIBUTE);
        return excluded != null
                && Stream.of(excluded.split(EXCLUDED_SEPARATOR))
                        .anyMatch(pattern -> Organizations.isSameDomain(domain, pattern.strip()));
    }

    /** This Keycloak joins nobody by itself but the people of an organization's own provider. */
    @Override
    public List<AutoMembership> autoMemberships(KeycloakSession session, EmailDomain domain) {
        return List.of();
    }

    @Override
    public List<LinkRemark> remarks(KeycloakSession session) {
        return List.of();
    }
}
