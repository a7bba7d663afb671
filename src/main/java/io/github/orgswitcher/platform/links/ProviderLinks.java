package io.github.orgswitcher.platform.links;

import io.github.orgswitcher.domain.EmailDomain;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** What the links between identity providers and organizations mean, in the Keycloak that runs. */
public interface ProviderLinks {

    /**
     * Whose links these are.
     *
     * @return a version of Keycloak, for people to read
     */
    String version();

    /**
     * The organization whose own a provider is: it speaks for that one alone. A provider that organizations share is nobody's.
     *
     * @param session a session of the provider's realm
     * @param provider the provider
     * @return the organization's id; empty for a provider that is nobody's own
     */
    Optional<String> ownerOf(KeycloakSession session, IdentityProviderModel provider);

    /**
     * Whether who comes by a provider comes by an organization's own.
     *
     * @param session a session of the provider's realm
     * @param provider the provider
     * @param person who comes; null where that is not known
     * @return whether the sign-in is an organization's
     */
    boolean isEnterprise(KeycloakSession session, IdentityProviderModel provider, @Nullable UserModel person);

    /**
     * Where Keycloak's organization login sends people of a domain before it knows them.
     *
     * @param session a session of the realm
     * @param domain the domain of the address that was typed
     * @return the provider, enabled or not, or that there is none
     */
    Home homeOf(KeycloakSession session, EmailDomain domain);

    /**
     * The organizations that Keycloak itself puts people of a domain into, when they first come by a provider.
     *
     * @param session a session of the realm
     * @param domain the domain
     * @return the first of them; none where this Keycloak does no such thing
     */
    List<AutoMembership> autoMemberships(KeycloakSession session, EmailDomain domain);

    /**
     * What an administrator should know of the realm's links.
     *
     * @param session a session of the realm
     * @return the first of the remarks
     */
    List<LinkRemark> remarks(KeycloakSession session);
}
