package io.github.orgswitcher.platform.links.keycloak268;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.OrganizationDomainModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.representations.idm.MembershipType;

/**
 * What Keycloak 26.8 has and 26.7 has not, found by name.
 *
 * @param linked whether a provider is linked to any organization
 * @param organizations the organizations that a provider is linked to
 * @param alias the alias of the provider that a domain is home to; null for none
 * @param redirects whether people of a domain are sent there
 * @param link how an organization and a provider are linked; null where they are not
 * @param membership what who comes by such a link becomes
 */
record Shape(
        ProviderFlag linked,
        ProviderOrganizations organizations,
        DomainText alias,
        DomainFlag redirects,
        Link link,
        LinkMembership membership) {

    private static final String LINK_TYPE = "org.keycloak.models.OrganizationIdentityProviderLinkModel";

    /** {@code IdentityProviderModel.hasOrganization()}. */
    public interface ProviderFlag {
        boolean of(IdentityProviderModel provider);
    }

    /** {@code IdentityProviderModel.getOrganizationIds()}, which may be a cached instance. */
    public interface ProviderOrganizations {
        Set<?> of(IdentityProviderModel provider);
    }

    /** {@code OrganizationDomainModel.getIdentityProviderAlias()}. */
    public interface DomainText {
        @Nullable
        String of(OrganizationDomainModel domain);
    }

    /** {@code OrganizationDomainModel.isAutoRedirect()}. */
    public interface DomainFlag {
        boolean of(OrganizationDomainModel domain);
    }

    /** {@code OrganizationProvider.getIdentityProviderLink}. */
    public interface Link {
        @Nullable
        Object of(OrganizationProvider organizations, OrganizationModel organization, IdentityProviderModel provider);
    }

    /** {@code OrganizationIdentityProviderLinkModel.getMembershipType()}. */
    public interface LinkMembership {
        @Nullable
        MembershipType of(Object link);
    }

    /**
     * Finds it.
     *
     * @throws ReflectiveOperationException where the running Keycloak lacks any of it
     */
    static Shape find() throws ReflectiveOperationException {
        Class<?> link = Class.forName(LINK_TYPE, false, IdentityProviderModel.class.getClassLoader());
        return new Shape(
                as(ProviderFlag.class, get(IdentityProviderModel.class, "hasOrganization", boolean.class)),
                as(ProviderOrganizations.class, get(IdentityProviderModel.class, "getOrganizationIds", Set.class)),
                as(DomainText.class, get(OrganizationDomainModel.class, "getIdentityProviderAlias", String.class)),
                as(DomainFlag.class, get(OrganizationDomainModel.class, "isAutoRedirect", boolean.class)),
                as(
                        Link.class,
                        lookup().findVirtual(
                                        OrganizationProvider.class,
                                        "getIdentityProviderLink",
                                        MethodType.methodType(
                                                link, OrganizationModel.class, IdentityProviderModel.class))),
                as(LinkMembership.class, get(link, "getMembershipType", MembershipType.class)));
    }

    private static MethodHandle get(Class<?> type, String name, Class<?> result) throws ReflectiveOperationException {
        return lookup().findVirtual(type, name, MethodType.methodType(result));
    }

    private static Lookup lookup() {
        return MethodHandles.publicLookup();
    }

    private static <T> T as(Class<T> type, MethodHandle handle) {
        return MethodHandleProxies.asInterfaceInstance(type, handle);
    }
}
