package io.github.orgswitcher.verification;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The place where Keycloak finds the verification of domains, and where its options live. */
public final class DomainVerificationSpi implements Spi {

    static final String NAME = "orgSwitcherVerification";

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return DomainVerification.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // the SPI's own signature
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return DomainVerificationFactory.class;
    }
}
