package io.github.orgswitcher.account;

import io.github.orgswitcher.login.AccountAddress;
import io.github.orgswitcher.login.GonePerson;
import io.github.orgswitcher.login.LoginVisit;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.membership.LoginLeftAloneException;
import io.github.orgswitcher.platform.account.AccountLogin;
import io.github.orgswitcher.platform.flow.ActionRedirect;
import io.github.orgswitcher.platform.flow.AskedAction;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The way to the page's own address through a login, and the page itself where an application asks for it by {@code kc_action}. */
final class AccountAction implements RequiredActionProvider {

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
        if (GonePerson.isAnswered(context)) {
            return;
        }
        AuthenticationSessionModel login = context.getAuthenticationSession();
        Optional<URI> page = AccountAddress.of(context.getSession());
        if (page.isEmpty()) {
            new VisitEnd(context).nothing();
            return;
        }
        AskedPage asked = AskedPage.of(new AskedAction(login).parameter());
        if (asked.way() != null && AccountLogin.is(login)) {
            login.setRedirectUri(asked.address(context.getSession()).toString());
            context.success();
        } else if (asked.alias() != null) {
            new ManageInLogin(context, asked.alias()).open();
        } else {
            context.challenge(desk(context).draw(Said.NOTE.take(login)));
        }
    }

    /** Keycloak also brings a form's address that was only opened. */
    @Override
    public void processAction(RequiredActionContext context) {
        if (GonePerson.isAnswered(context)) {
            return;
        }
        if (!HttpMethod.POST.equals(context.getHttpRequest().getHttpMethod())) {
            requiredActionChallenge(context);
            return;
        }
        MultivaluedMap<String, String> posted = context.getHttpRequest().getDecodedFormParameters();
        AccountForm form = AccountForm.of(posted);
        if (form.button() == AccountForm.Button.DONE) {
            new VisitEnd(context).leave();
            return;
        }
        if (AccountAddress.of(context.getSession()).isEmpty()) {
            new VisitEnd(context).nothing();
            return;
        }
        AskedPage asked = AskedPage.of(new AskedAction(context.getAuthenticationSession()).parameter());
        if (asked.alias() == null) {
            press(context, form);
        } else {
            new ManageInLogin(context, asked.alias()).press(ManageForm.of(posted));
        }
    }

    private static void press(RequiredActionContext context, AccountForm form) {
        AccountDesk desk = desk(context);
        if (form.button() == AccountForm.Button.FIND) {
            context.challenge(desk.draw(form));
            return;
        }
        try {
            Said.NOTE.keep(context.getAuthenticationSession(), Said.of(form, desk.carryOut(form)));
            new VisitEnd(context).acted();
            // In a request that sees what was written.
            context.challenge(ActionRedirect.next(context));
        } catch (ChoiceRefusedException refused) {
            context.challenge(desk.draw(form, refused));
        } catch (LoginLeftAloneException e) {
            new VisitEnd(context).nothing();
        }
    }

    private static AccountDesk desk(RequiredActionContext context) {
        return new AccountDesk(new LoginVisit(context), context.form(), null, null);
    }

    @Override
    public void close() {}
}
