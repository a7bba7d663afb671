package io.github.orgswitcher.account;

import io.github.orgswitcher.login.SessionVisit;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.membership.Chosen;
import io.github.orgswitcher.membership.LoginLeftAloneException;
import io.github.orgswitcher.membership.Occasion;
import io.github.orgswitcher.platform.account.TokenBearer;
import io.github.orgswitcher.platform.admin.ErrorAnswer;
import io.github.orgswitcher.rest.Refusals;
import io.github.orgswitcher.rest.Sentences;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.theme.Theme;

/**
 * A REST call for a signed-in person, whom its token has named.
 *
 * @param session the Keycloak session
 * @param bearer the person, and the application that calls
 */
record AccountCall(KeycloakSession session, TokenBearer bearer) implements Refusals {

    private static final String NAME = "name";

    /**
     * Lets in who may look.
     *
     * @throws WebApplicationException with 404 where the realm has no such REST, with 401 for no token that counts, with 403 for
     *     one without the role
     */
    static AccountCall toView(KeycloakSession session) {
        return of(session, TokenBearer::mayView);
    }

    /**
     * Lets in who may change something.
     *
     * @throws WebApplicationException as {@link #toView} says
     */
    static AccountCall toManage(KeycloakSession session) {
        return of(session, TokenBearer::mayManage);
    }

    private static AccountCall of(KeycloakSession session, Predicate<TokenBearer> may) {
        session.getContext().getHttpResponse().setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        TokenBearer bearer = TokenBearer.of(session, audience(session))
                .orElseThrow(() -> error(session, null, Status.UNAUTHORIZED, null, "orgSwitcherAccountNoToken"));
        AccountCall call = new AccountCall(session, bearer);
        if (!may.test(bearer)) {
            throw call.error(Status.FORBIDDEN, null, "orgSwitcherAccountForbidden");
        }
        return call;
    }

    private static ClientModel audience(KeycloakSession session) {
        return TokenBearer.audience(session)
                .filter(client -> session.getContext().getRealm().isEnabled() && Occasion.isSwitcherOn(session))
                .orElseThrow(() -> {
                    TokenBearer.openToAll();
                    return error(session, null, Status.NOT_FOUND, null, "orgSwitcherAccountOff");
                });
    }

    OwnOrganizations organizations() {
        return new OwnOrganizations(visit());
    }

    SessionVisit visit() {
        return new SessionVisit(session, bearer.userSession(), bearer.client());
    }

    /**
     * Does something.
     *
     * @throws WebApplicationException where a rule does not allow it
     */
    Chosen carryOut(Supplier<Chosen> act) {
        try {
            return act.get();
        } catch (ChoiceRefusedException refused) {
            throw error(refused, Set.of(NAME));
        } catch (LoginLeftAloneException e) {
            throw error(Status.NOT_FOUND, null, "orgSwitcherAccountOff");
        }
    }

    /**
     * The answer to what a rule does not allow.
     *
     * @param fields what of the refusal's fields is one of the body's
     */
    WebApplicationException error(ChoiceRefusedException refused, Set<String> fields) {
        return error(
                RefusalStatus.of(refused),
                fields.contains(refused.field()) ? refused.field() : null,
                refused.messageKey(),
                refused.parameters());
    }

    /** In the person's language. */
    String sentence(String messageKey, Object... params) {
        return sentence(session, bearer.user(), messageKey, params);
    }

    @Override
    public WebApplicationException error(Status status, @Nullable String field, String messageKey, Object... params) {
        return error(session, bearer.user(), status, field, messageKey, params);
    }

    private static WebApplicationException error(
            KeycloakSession session,
            @Nullable UserModel user,
            Status status,
            @Nullable String field,
            String messageKey,
            Object... params) {
        return ErrorAnswer.of(status, field, sentence(session, user, messageKey, params), params);
    }

    private static String sentence(
            KeycloakSession session, @Nullable UserModel user, String messageKey, Object... params) {
        return Sentences.of(session, session.getContext().getRealm(), user, Theme.Type.LOGIN)
                .message(messageKey, params);
    }
}
