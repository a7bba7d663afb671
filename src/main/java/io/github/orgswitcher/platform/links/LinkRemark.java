package io.github.orgswitcher.platform.links;

/** Something about the link of an identity provider that is easily overlooked. */
public sealed interface LinkRemark {

    /**
     * A provider is linked, but not so that an organization manages its people: who comes by it counts as {@code SOCIAL}.
     *
     * @param providerAlias the provider's alias
     */
    record Unmanaged(String providerAlias) implements LinkRemark {}

    /**
     * Whoever first comes by a provider becomes a member, as the organization has no domains.
     *
     * @param providerAlias the provider's alias
     * @param orgAlias the organization's alias
     */
    record EverybodyJoins(String providerAlias, String orgAlias) implements LinkRemark {}
}
