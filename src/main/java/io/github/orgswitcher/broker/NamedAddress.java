package io.github.orgswitcher.broker;

import io.github.orgswitcher.authority.AddressProofs;
import io.github.orgswitcher.authority.AddressReach;
import io.github.orgswitcher.authority.VerifiedBefore;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.platform.ProviderWord;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Records which address an identity provider has itself named in a login, where it is the account's present one. */
public final class NamedAddress {

    private NamedAddress() {}

    /**
     * Records it in the provider's post-broker-login flow.
     *
     * @param session the Keycloak session
     * @param login the login
     * @param user the account that the provider has signed in to
     */
    public static void record(KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        ProviderWord.after(session, login).ifPresent(word -> ofAccount(user, word)
                .ifPresent(address -> proofs(session).named(user, word.provider(), address)));
    }

    /**
     * Records it where no flow follows, and the provider has just written another address to the account.
     *
     * @param session the Keycloak session
     * @param login the login
     * @param user the account that the provider has signed in to
     */
    public static void recordForced(KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        ProviderWord.forced(session, login, user)
                .filter(word -> new AddressReach(session, session.getContext().getRealm()).isWithoutWord(user))
                .filter(word -> new VerifiedBefore(session, user.getId())
                        .hadAnother(user.getEmail())
                        .orElse(false))
                .ifPresent(word -> ofAccount(user, word)
                        .ifPresent(address -> proofs(session).namedInThisRequest(user, word.provider(), address)));
    }

    private static Optional<EmailAddress> ofAccount(UserModel user, ProviderWord word) {
        return EmailAddress.onRecord(user.getEmail())
                .filter(address ->
                        EmailAddress.typed(word.email()).filter(address::equals).isPresent());
    }

    private static AddressProofs proofs(KeycloakSession session) {
        return new AddressProofs(session, session.getContext().getRealm());
    }
}
