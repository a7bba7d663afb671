package io.github.orgswitcher.store;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The place where Keycloak finds the store: {@code session.getProvider(OrgSwitcherStore.class)}. */
public final class OrgSwitcherStoreSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "orgSwitcherStore";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return OrgSwitcherStore.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // the SPI's own signature
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return OrgSwitcherStoreFactory.class;
    }
}
