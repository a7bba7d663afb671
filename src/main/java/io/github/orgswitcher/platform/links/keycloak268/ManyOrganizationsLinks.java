package io.github.orgswitcher.platform.links.keycloak268;

import io.github.orgswitcher.domain.DomainPattern;
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
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.representations.idm.MembershipType;

/**
 * A provider is the own one of the organization that manages its people, of which there is one at most; linked in any other way
 * it is shared. A domain says itself where it is at home.
 */
public final class ManyOrganizationsLinks implements ProviderLinks {

    private final Shape shape;

    /**
     * The links of a Keycloak that has them.
     *
     * @throws ReflectiveOperationException where it has not what belongs to them
     */
    public ManyOrganizationsLinks() throws ReflectiveOperationException {
        this.shape = Shape.find();
    }

    @Override
    public String version() {
        return "26.8";
    }

    @Override
    public Optional<String> ownerOf(KeycloakSession session, IdentityProviderModel provider) {
        if (!shape.linked().of(provider)) {
            return Optional.empty();
        }
        return LinkTable.of(session).map(table -> table.owner(provider)).orElseGet(() -> lookUp(session, provider));
    }

    private Optional<String> lookUp(KeycloakSession session, IdentityProviderModel provider) {
        OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
        return shape.organizations().of(provider).stream()
                .flatMap(id -> Stream.ofNullable(organizations.getById((String) id)))
                .filter(organization -> manages(organizations, organization, provider))
                .map(OrganizationModel::getId)
                .findFirst();
    }

    private boolean manages(
            OrganizationProvider organizations, OrganizationModel organization, IdentityProviderModel provider) {
        Object link = shape.link().of(organizations, organization, provider);
        return link != null && shape.membership().of(link) == MembershipType.MANAGED;
    }

    /** Who was managed before a link was changed still is; a provider that no organization has stays nobody's. */
    @Override
    public boolean isEnterprise(KeycloakSession session, IdentityProviderModel provider, @Nullable UserModel person) {
        return ownerOf(session, provider).isPresent()
                || (person != null && shape.linked().of(provider) && isManaged(session, person));
    }

    private static boolean isManaged(KeycloakSession session, UserModel person) {
        return LinkTable.of(session).map(table -> table.isManaged(person)).orElseGet(() -> session.getProvider(
                        OrganizationProvider.class)
                .getByMember(person)
                .anyMatch(organization -> organization.isManaged(person)));
    }

    @Override
    public Home homeOf(KeycloakSession session, EmailDomain domain) {
        return HeldDomain.of(session, domain)
                .filter(held -> shape.redirects().of(held.domain()))
                .flatMap(held -> Stream.ofNullable(shape.alias().of(held.domain()))
                        .flatMap(alias ->
                                Stream.ofNullable(session.identityProviders().getByAlias(alias)))
                        .map(provider ->
                                new Home.At(provider, held.organization().getId())))
                .findFirst()
                .<Home>map(home -> home)
                .orElse(Home.NONE);
    }

    @Override
    public List<AutoMembership> autoMemberships(KeycloakSession session, EmailDomain domain) {
        List<String> domains = Stream.concat(domain.spellings().stream(), DomainPattern.matching(domain).stream())
                .distinct()
                .toList();
        return LinkTable.of(session).map(table -> table.joined(domains)).orElse(List.of());
    }

    @Override
    public List<LinkRemark> remarks(KeycloakSession session) {
        return LinkTable.of(session).map(LinkTable::remarks).orElse(List.of());
    }
}
