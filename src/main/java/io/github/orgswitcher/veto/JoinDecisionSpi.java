package io.github.orgswitcher.veto;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The place where Keycloak finds what operators have installed, and where its options live. */
public final class JoinDecisionSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "orgSwitcherJoinDecision";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return JoinDecision.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // the SPI's own signature
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return JoinDecisionFactory.class;
    }
}
