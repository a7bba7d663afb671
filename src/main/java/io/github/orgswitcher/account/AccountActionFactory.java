package io.github.orgswitcher.account;

import io.github.orgswitcher.login.AccountAddress;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Describes the required action {@code org-switcher-account}, which nobody has to do and everybody may. */
public final class AccountActionFactory implements RequiredActionFactory {

    /** Id of the required action. */
    public static final String PROVIDER_ID = AccountAddress.ACTION;

    private static final AccountAction ACTION = new AccountAction();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayText() {
        return "Your organizations";
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return ACTION;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
