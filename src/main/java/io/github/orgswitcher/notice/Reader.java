package io.github.orgswitcher.notice;

import io.github.orgswitcher.domain.EmailAddress;
import java.util.Optional;
import org.keycloak.models.UserModel;

/** Who may be written to: what a mail tells is for nobody but the person, so the address must be proven. */
final class Reader {

    private Reader() {}

    static Optional<EmailAddress> of(UserModel user) {
        return user.isEnabled() && user.isEmailVerified() ? EmailAddress.onRecord(user.getEmail()) : Optional.empty();
    }
}
