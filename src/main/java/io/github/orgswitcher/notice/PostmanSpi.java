package io.github.orgswitcher.notice;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The place where Keycloak finds who sends mails, and where the options for it live. */
public final class PostmanSpi implements Spi {

    static final String NAME = "orgSwitcherMails";

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
        return Postman.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // the SPI's own signature
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return PostmanFactory.class;
    }
}
