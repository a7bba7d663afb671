package io.github.orgswitcher.authority;

import io.github.orgswitcher.domain.EmailAddress;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Records the proof by a link that whoever has the account has asked for, to verify or to change the address, after the
 * request has committed what the link is for.
 */
final class LinkOpened extends AbstractKeycloakTransaction {

    private final KeycloakSession session;
    private final UserModel user;

    LinkOpened(KeycloakSession session, UserModel user) {
        this.session = session;
        this.user = user;
    }

    @Override
    protected void commitImpl() {
        if (user.isEmailVerified()) {
            EmailAddress.onRecord(user.getEmail())
                    .ifPresent(address ->
                            new AddressProofs(session, session.getContext().getRealm()).saveOwnNow(user, address));
        }
    }

    @Override
    protected void rollbackImpl() {}
}
