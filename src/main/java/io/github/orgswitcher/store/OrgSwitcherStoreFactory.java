package io.github.orgswitcher.store;

import org.keycloak.provider.ProviderFactory;

/** Makes an {@link OrgSwitcherStore} for a Keycloak session. */
public interface OrgSwitcherStoreFactory extends ProviderFactory<OrgSwitcherStore> {}
