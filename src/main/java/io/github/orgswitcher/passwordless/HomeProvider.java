package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.domain.EmailDomain;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.IdentityProviderAuthenticator;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationDomainModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.OrganizationModel.IdentityProviderRedirectMode;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.utils.Organizations;

/**
 * Sends people to their organization's own identity provider where Keycloak's organization login would. Before the proof
 * only the domain of the address decides, never whether a user has it.
 */
final class HomeProvider extends IdentityProviderAuthenticator {

    private static final String EXCLUDED_SEPARATOR = ",";

    /** Whether the login has gone to the identity provider of the organization that owns the address's domain. */
    boolean takes(AuthenticationFlowContext context, EmailAddress address) {
        return Organizations.isEnabledAndOrganizationsPresent(context.getSession())
                && go(context, ofDomain(context, address.domain()), address);
    }

    /** Whether the login has gone to the one identity provider that manages a user who has no other way in. */
    boolean takes(AuthenticationFlowContext context, UserModel user, EmailAddress address) {
        return go(context, managing(context.getSession(), user, address), address);
    }

    /** Whether {@link #takes} would send the user there. */
    boolean manages(KeycloakSession session, UserModel user, EmailAddress address) {
        return managing(session, user, address).isPresent();
    }

    /** An address that was never proven may be the provider's invention, where it is on nobody's domain there. */
    private static Optional<IdentityProviderModel> managing(
            KeycloakSession session, UserModel user, EmailAddress address) {
        if (user.credentialManager().getFirstFactorCredentialsStream().findAny().isPresent()) {
            return Optional.empty();
        }
        List<IdentityProviderModel> managing = Organizations.resolveHomeBroker(session, user);
        return managing.stream()
                .filter(provider -> managing.size() == 1 && provider.isEnabled())
                .filter(provider -> user.isEmailVerified() || isOnDomainOf(session, provider, address))
                .findFirst();
    }

    private static boolean isOnDomainOf(KeycloakSession session, IdentityProviderModel provider, EmailAddress address) {
        OrganizationModel organization =
                session.getProvider(OrganizationProvider.class).getById(provider.getOrganizationId());
        return address.domain().spellings().stream()
                .anyMatch(domain -> Organizations.getMatchingDomain(domain, organization) != null);
    }

    private boolean go(
            AuthenticationFlowContext context, Optional<IdentityProviderModel> provider, EmailAddress address) {
        Optional<IdentityProviderModel> enabled = provider.filter(IdentityProviderModel::isEnabled);
        enabled.ifPresent(found -> redirect(context, found.getAlias(), address.text()));
        return enabled.isPresent();
    }

    /** Keycloak keeps an organization's domains as an administrator has written them, Unicode or not. */
    private static Optional<IdentityProviderModel> ofDomain(AuthenticationFlowContext context, EmailDomain domain) {
        List<String> spellings = domain.spellings();
        return spellings.stream()
                .flatMap(spelling -> ofDomain(context, spelling))
                .filter(provider -> spellings.stream().noneMatch(spelling -> excludes(provider, spelling)))
                .findFirst();
    }

    private static Stream<IdentityProviderModel> ofDomain(AuthenticationFlowContext context, String domain) {
        OrganizationModel organization =
                context.getSession().getProvider(OrganizationProvider.class).getByDomainName(domain);
        OrganizationDomainModel matching = Organizations.getMatchingDomain(domain, organization);
        return matching == null || !organization.isEnabled()
                ? Stream.empty()
                : organization
                        .getIdentityProviders()
                        .filter(IdentityProviderRedirectMode.EMAIL_MATCH::isSet)
                        .filter(provider -> serves(provider, matching.getName()));
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
}
