package io.github.orgswitcher.notice;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.platform.mail.InvitationMail;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * The mail of one of Keycloak's invitations.
 *
 * @param address where it goes
 * @param userId who has the address on record; null for nobody
 * @param orgId the organization
 * @param link what the invitation keeps
 * @param expiresAt until when it counts, in seconds since 1970
 */
record InvitationNotice(EmailAddress address, @Nullable String userId, String orgId, String link, int expiresAt)
        implements Mail {

    @Override
    public void send(KeycloakSession session) throws EmailException {
        OrganizationModel organization =
                session.getProvider(OrganizationProvider.class).getById(orgId);
        if (organization == null) {
            // Removed meanwhile, with its invitations.
            return;
        }
        new InvitationMail(session, organization)
                .send(
                        link,
                        expiresAt,
                        address,
                        userId == null
                                ? null
                                : session.users()
                                        .getUserById(session.getContext().getRealm(), userId));
    }
}
