package io.github.orgswitcher.platform.mail;

import io.github.orgswitcher.domain.EmailAddress;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.actiontoken.inviteorg.InviteOrgActionToken;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.protocol.oidc.utils.OIDCResponseType;
import org.keycloak.services.Urls;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.services.util.ResolveRelative;

/**
 * The mail of one of Keycloak's invitations, as its own {@code OrganizationInvitationResource} writes it: whoever has an account gets
 * another link than whoever has not, which the mailbox's owner alone can see.
 *
 * @param session the Keycloak session, with the realm in its context
 * @param organization the organization that invites
 */
public record InvitationMail(KeycloakSession session, OrganizationModel organization) {

    /**
     * Makes the link of the mail, which only a request can that knows the server's address.
     *
     * @param invitationId the invitation, which is there
     * @param expiresAt until when it counts, in seconds since 1970
     * @param address where it goes
     * @param user who has the address on record; null for nobody
     * @return the address
     */
    public String link(String invitationId, int expiresAt, EmailAddress address, @Nullable UserModel user) {
        RealmModel realm = session.getContext().getRealm();
        InviteOrgActionToken token = new InviteOrgActionToken(
                user == null ? null : user.getId(),
                expiresAt,
                user == null ? address.text() : user.getEmail(),
                Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        token.setOrgId(organization.getId());
        token.id(invitationId);
        token.setRedirectUri(redirect(realm));
        String key = token.serialize(session, realm, session.getContext().getUri());
        return user == null ? registration(realm, key) : acceptance(realm, key);
    }

    /**
     * Sends it.
     *
     * @param link its link
     * @param expiresAt until when the invitation counts, in seconds since 1970; the mail says how long that is
     * @param address where it goes
     * @param user who has the address on record; null for nobody
     * @throws EmailException where the mail server does not take it
     */
    public void send(String link, int expiresAt, EmailAddress address, @Nullable UserModel user) throws EmailException {
        RealmModel realm = session.getContext().getRealm();
        session.getProvider(EmailTemplateProvider.class)
                .setRealm(realm)
                .setUser(user == null ? MailReader.of(session, realm, address) : user)
                .sendOrgInviteEmail(organization, link, minutesUntil(expiresAt));
    }

    /** A minute that has begun counts. */
    private static long minutesUntil(int expiresAt) {
        return Math.max(1, TimeUnit.SECONDS.toMinutes((long) expiresAt - Time.currentTime() + 59));
    }

    private String acceptance(RealmModel realm, String key) {
        return LoginActionsService.actionTokenProcessor(session.getContext().getUri())
                .queryParam("key", key)
                .build(realm.getName())
                .toString();
    }

    private String registration(RealmModel realm, String key) {
        return OIDCLoginProtocolService.registrationsUrl(
                        session.getContext().getUri().getBaseUriBuilder())
                .queryParam(OAuth2Constants.RESPONSE_TYPE, OIDCResponseType.CODE)
                .queryParam(Constants.CLIENT_ID, Constants.ACCOUNT_MANAGEMENT_CLIENT_ID)
                .queryParam(Constants.TOKEN, key)
                .buildFromMap(Map.of("realm", realm.getName(), "protocol", OIDCLoginProtocol.LOGIN_PROTOCOL))
                .toString();
    }

    private String redirect(RealmModel realm) {
        String own = organization.getRedirectUrl();
        if (own != null && !own.isBlank()) {
            return own;
        }
        ClientModel account = realm.getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        String base = account == null ? null : account.getBaseUrl();
        return account == null || base == null || base.isBlank()
                ? Urls.accountBase(session.getContext().getUri().getBaseUri())
                        .path("/")
                        .build(realm.getName())
                        .toString()
                : ResolveRelative.resolveRelativeUri(session, account.getRootUrl(), base);
    }
}
