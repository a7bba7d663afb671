package io.github.orgswitcher.platform;

import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.platform.links.AutoMembership;
import io.github.orgswitcher.platform.links.Home;
import io.github.orgswitcher.platform.links.LinkRemark;
import io.github.orgswitcher.platform.links.ProviderLinks;
import io.github.orgswitcher.platform.table.ManagedMembers;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.utils.Organizations;

/** The identity providers of a realm, and what it means that organizations are linked to them. */
public final class LinkedProviders {

    private final KeycloakSession session;
    private final ProviderLinks links;

    /**
     * The providers of a realm.
     *
     * @param session a session with the realm in its context
     */
    public LinkedProviders(KeycloakSession session) {
        this(session, RunningKeycloak.links());
    }

    LinkedProviders(KeycloakSession session, ProviderLinks links) {
        this.session = session;
        this.links = links;
    }

    /**
     * The organization that a provider speaks for, and for no other.
     *
     * @param provider the provider
     * @return the organization's id; empty for a provider that is nobody's own
     */
    public Optional<String> ownerOf(IdentityProviderModel provider) {
        return links.ownerOf(session, provider);
    }

    /**
     * The kind of a sign-in by a provider.
     *
     * @param alias the provider's alias; of one that is gone, too
     * @param person who signs in; null where that is not known
     * @return {@link SignInKind#ENTERPRISE} or {@link SignInKind#SOCIAL}
     */
    public SignInKind kindOf(String alias, @Nullable UserModel person) {
        IdentityProviderModel provider = session.identityProviders().getByAlias(alias);
        return provider != null && links.isEnterprise(session, provider, person)
                ? SignInKind.ENTERPRISE
                : SignInKind.SOCIAL;
    }

    /**
     * Where Keycloak's organization login would send people of a domain. Before a proof the domain alone decides, never
     * whether a user has the address.
     *
     * @param domain the domain
     * @return the provider, which is enabled, or that there is none
     */
    public Home homeOf(EmailDomain domain) {
        if (!Organizations.isEnabledAndOrganizationsPresent(session)) {
            return Home.NONE;
        }
        Home home = links.homeOf(session, domain);
        return home instanceof Home.At at && !at.provider().isEnabled() ? Home.NONE : home;
    }

    /**
     * The one enabled provider that manages a person who has no other way in. An address that was never proven may be the
     * provider's invention, where it is on nobody's domain there.
     *
     * @param person the person
     * @param address the person's address
     * @return the provider
     */
    public Optional<IdentityProviderModel> managing(UserModel person, EmailAddress address) {
        if (person.credentialManager()
                        .getFirstFactorCredentialsStream()
                        .findAny()
                        .isPresent()
                || !ManagedMembers.have(session, person)) {
            return Optional.empty();
        }
        List<IdentityProviderModel> managing = Organizations.resolveHomeBroker(session, person);
        return managing.stream()
                .filter(provider -> managing.size() == 1 && provider.isEnabled())
                .filter(provider -> person.isEmailVerified() || isOnDomainOf(provider, address.domain()))
                .findFirst();
    }

    private boolean isOnDomainOf(IdentityProviderModel provider, EmailDomain domain) {
        return ownerOf(provider)
                .map(session.getProvider(OrganizationProvider.class)::getById)
                .filter(organization -> domain.spellings().stream()
                        .anyMatch(spelling -> Organizations.getMatchingDomain(spelling, organization) != null))
                .isPresent();
    }

    /**
     * The organizations that Keycloak itself puts people of a domain into, when they first come by a provider.
     *
     * @param domain the domain
     * @return the first of them
     */
    public List<AutoMembership> autoMemberships(EmailDomain domain) {
        return links.autoMemberships(session, domain);
    }

    /**
     * What an administrator should know of the realm's links.
     *
     * @return the first of the remarks
     */
    public List<LinkRemark> remarks() {
        return links.remarks(session);
    }
}
