package io.github.orgswitcher.platform.links;

import org.keycloak.models.IdentityProviderModel;

/** Where people of a domain sign in. */
public sealed interface Home {

    /** The domain has no home. */
    Home NONE = new None();

    /**
     * At an identity provider.
     *
     * @param provider the provider, enabled or not
     * @param organizationId the organization whose domain says so
     */
    record At(IdentityProviderModel provider, String organizationId) implements Home {}

    /** Wherever they like. */
    record None() implements Home {}

    /** It has one perhaps, and this Keycloak is not understood: nobody signs in past it. */
    record Unknown() implements Home {}
}
