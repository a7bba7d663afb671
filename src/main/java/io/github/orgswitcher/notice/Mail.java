package io.github.orgswitcher.notice;

import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSession;

/** A mail, composed and not sent: of plain values, so that nothing is open while a mail server is slow. */
sealed interface Mail permits NoticeMail, InvitationNotice {

    /**
     * Sends it.
     *
     * @param session a session with the realm in its context
     * @throws EmailException where the mail server does not take it
     */
    void send(KeycloakSession session) throws EmailException;
}
