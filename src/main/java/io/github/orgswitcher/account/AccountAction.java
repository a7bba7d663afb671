package io.github.orgswitcher.account;

import io.github.orgswitcher.login.AccountAddress;
import io.github.orgswitcher.login.LoginVisit;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.membership.LoginLeftAloneException;
import io.github.orgswitcher.platform.account.AccountLogin;
import io.github.orgswitcher.platform.flow.ActionRedirect;
import io.github.orgswitcher.platform.flow.AskedAction;
import jakarta.ws.rs.HttpMethod;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The way to the page's own address through a login, and the page itself where an application asks for it by {@code kc_action}. */
final class AccountAction implements RequiredActionProvider {

    /** Leads to the page. */
    static final String GO = "go";
    /** Leads to the page of whose session had ended when something was pressed. */
    static final String GO_AGAIN = "go-again";

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    /** The page at its own address asks for no fresh authentication, either. */
    @Override
    public int getMaxAuthAge(KeycloakSession session) {
        return (int) TimeUnit.DAYS.toSeconds(365);
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {}

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        Optional<URI> page = AccountAddress.of(context.getSession());
        if (page.isEmpty()) {
            // As Keycloak does for an action that is off.
            new AskedAction(login).failed(AccountAddress.ACTION);
            context.success();
            return;
        }
        String suffix = AccountLogin.is(login) ? suffix(new AskedAction(login).parameter()) : null;
        if (suffix == null) {
            context.challenge(desk(context).draw(Said.take(login)));
            return;
        }
        login.setRedirectUri(page.get() + suffix);
        context.success();
    }

    /** What follows the page's address; null for what is none of our own parameters. */
    private static @Nullable String suffix(@Nullable String parameter) {
        if (GO.equals(parameter)) {
            return "";
        }
        return GO_AGAIN.equals(parameter) ? "?again=true" : null;
    }

    /** Keycloak also brings a form's address that was only opened. */
    @Override
    public void processAction(RequiredActionContext context) {
        if (!HttpMethod.POST.equals(context.getHttpRequest().getHttpMethod())) {
            requiredActionChallenge(context);
            return;
        }
        AccountForm form = AccountForm.of(context.getHttpRequest().getDecodedFormParameters());
        if (form.button() == AccountForm.Button.DONE
                || AccountAddress.of(context.getSession()).isEmpty()) {
            context.success();
            return;
        }
        AccountDesk desk = desk(context);
        if (form.button() == AccountForm.Button.FIND) {
            context.challenge(desk.draw(form));
            return;
        }
        try {
            Said.of(form, desk.carryOut(form)).keep(context.getAuthenticationSession());
            // In a request that sees what was written.
            context.challenge(ActionRedirect.to(context, AccountAddress.ACTION));
        } catch (ChoiceRefusedException refused) {
            context.challenge(desk.draw(form, refused));
        } catch (LoginLeftAloneException e) {
            context.success();
        }
    }

    private static AccountDesk desk(RequiredActionContext context) {
        return new AccountDesk(new LoginVisit(context), context.form(), null, null);
    }

    @Override
    public void close() {}
}
