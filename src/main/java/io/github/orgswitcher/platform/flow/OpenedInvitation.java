package io.github.orgswitcher.platform.flow;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.actiontoken.ActionTokenContext;
import org.keycloak.authentication.actiontoken.inviteorg.InviteOrgActionToken;
import org.keycloak.authentication.actiontoken.inviteorg.InviteOrgActionTokenHandler;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's handler of the link in the mail of an invitation to somebody who has an account, in its place: of the same id, and
 * of a higher order. Keycloak's makes the account that had the address when the mail was sent a member of the organization,
 * whoever has proven it.
 */
public abstract class OpenedInvitation extends InviteOrgActionTokenHandler {

    private static final int ORDER = 10;
    /** Keycloak's own. */
    private static final String ERROR_TITLE = "errorTitle";

    private static final String OPENED = "org-switcher.invitation-opened";

    private final String titleKey;
    private final String messageKey;
    private final String error;

    /**
     * A handler in place of Keycloak's.
     *
     * @param titleKey of the page that joins nobody
     * @param messageKey what it says
     * @param error the error of its event
     */
    protected OpenedInvitation(String titleKey, String messageKey, String error) {
        this.titleKey = titleKey;
        this.messageKey = messageKey;
        this.error = error;
    }

    @Override
    public final int order() {
        return ORDER;
    }

    /**
     * Whether an account is of the person whom an organization has invited.
     *
     * @param session the session of the request, with the realm in its context
     * @param user the account that the link is for
     * @param orgId the organization
     * @return whether it may become a member
     */
    protected abstract boolean isInvited(KeycloakSession session, UserModel user, String orgId);

    /**
     * Waits for whoever answers the same invitation elsewhere, or makes the same person a member of another organization, until the
     * request ends.
     *
     * @param session the session of the request, with the realm in its context
     * @param user the account
     * @param orgId the organization
     * @param invitationId the invitation
     * @return what to say where it was in vain; empty where nobody else is in the way
     */
    protected abstract Optional<InvitationRefusal> waitForOthers(
            KeycloakSession session, UserModel user, String orgId, String invitationId);

    /**
     * Whether an invitation can still be answered, as others have left it who were waited for.
     *
     * @param session the session of the request, with the realm in its context
     * @param invitationId the invitation
     * @return false, too, where it cannot be looked up
     */
    protected abstract boolean isOpen(KeycloakSession session, String invitationId);

    /**
     * Why an account that is of whom the organization has invited does not become a member now, all the same.
     *
     * @param session the session of the request, with the realm in its context
     * @param user the account
     * @param orgId the organization
     * @return the reason; empty where there is none
     */
    protected abstract Optional<InvitationRefusal> refusal(KeycloakSession session, UserModel user, String orgId);

    @Override
    public final Response handleToken(
            InviteOrgActionToken token, ActionTokenContext<InviteOrgActionToken> tokenContext) {
        AuthenticationSessionModel login = tokenContext.getAuthenticationSession();
        login.setAuthNote(OPENED, String.valueOf(true));
        UserModel user = login.getAuthenticatedUser();
        KeycloakSession session = tokenContext.getSession();
        if (!isInvited(session, user, token.getOrgId())) {
            return refuse(user, token, tokenContext, titleKey, new InvitationRefusal(messageKey, List.of(), error));
        }
        Optional<InvitationRefusal> inVain = waitForOthers(session, user, token.getOrgId(), token.getId());
        if (inVain.isPresent()) {
            return refuse(user, token, tokenContext, ERROR_TITLE, inVain.get());
        }
        // Keycloak would remove a row at the end of the request that is gone by then.
        if (!isOpen(session, token.getId())) {
            return refuse(
                    user,
                    token,
                    tokenContext,
                    Messages.EXPIRED_ACTION,
                    new InvitationRefusal(Messages.STALE_INVITE_ORG_LINK, List.of(), Errors.INVALID_TOKEN));
        }
        return refusal(session, user, token.getOrgId())
                .map(refusal -> refuse(user, token, tokenContext, ERROR_TITLE, refusal))
                .orElseGet(() -> super.handleToken(token, tokenContext));
    }

    /**
     * Whether a login is that of the link in an invitation. Keycloak shows this link to whoever manages the organization, too, so that it is
     * no proof of a mailbox.
     *
     * @param login the login; null for none
     * @return whether it is
     */
    public static boolean isIn(@Nullable AuthenticationSessionModel login) {
        return login != null && login.getAuthNote(OPENED) != null;
    }

    private static Response refuse(
            UserModel user,
            InviteOrgActionToken token,
            ActionTokenContext<InviteOrgActionToken> tokenContext,
            String titleKey,
            InvitationRefusal refusal) {
        tokenContext
                .getEvent()
                .event(EventType.INVITE_ORG)
                .user(user)
                .detail(Details.ORG_ID, token.getOrgId())
                .error(refusal.error());
        // Keycloak's page of errors takes for markup what a sentence names, such as an organization.
        return tokenContext
                .getSession()
                .getProvider(LoginFormsProvider.class)
                .setStatus(Response.Status.BAD_REQUEST)
                .setAuthenticationSession(tokenContext.getAuthenticationSession())
                .setAttribute("messageHeader", titleKey)
                .setInfo(refusal.messageKey(), refusal.parameters().toArray())
                .createInfoPage();
    }
}
