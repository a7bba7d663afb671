package io.github.orgswitcher.platform.flow;

import jakarta.ws.rs.core.Response;
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
     * Waits for whoever answers the same invitation elsewhere, until the request ends.
     *
     * @param session the session of the request, with the realm in its context
     * @param orgId the organization
     * @param invitationId the invitation
     * @return whether it can still be answered; false, too, where others were waited for in vain
     */
    protected abstract boolean isOpen(KeycloakSession session, String orgId, String invitationId);

    @Override
    public final Response handleToken(
            InviteOrgActionToken token, ActionTokenContext<InviteOrgActionToken> tokenContext) {
        AuthenticationSessionModel login = tokenContext.getAuthenticationSession();
        login.setAuthNote(OPENED, String.valueOf(true));
        UserModel user = login.getAuthenticatedUser();
        KeycloakSession session = tokenContext.getSession();
        if (!isInvited(session, user, token.getOrgId())) {
            return refuse(user, token, tokenContext, titleKey, messageKey, error);
        }
        // Keycloak would remove a row at the end of the request that is gone by then.
        return isOpen(session, token.getOrgId(), token.getId())
                ? super.handleToken(token, tokenContext)
                : refuse(
                        user,
                        token,
                        tokenContext,
                        Messages.EXPIRED_ACTION,
                        Messages.STALE_INVITE_ORG_LINK,
                        Errors.INVALID_TOKEN);
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
            String messageKey,
            String error) {
        tokenContext
                .getEvent()
                .event(EventType.INVITE_ORG)
                .user(user)
                .detail(Details.ORG_ID, token.getOrgId())
                .error(error);
        return tokenContext
                .getSession()
                .getProvider(LoginFormsProvider.class)
                .setStatus(Response.Status.BAD_REQUEST)
                .setAuthenticationSession(tokenContext.getAuthenticationSession())
                .setAttribute("messageHeader", titleKey)
                .setInfo(messageKey)
                .createInfoPage();
    }
}
