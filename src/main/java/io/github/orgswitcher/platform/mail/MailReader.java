package io.github.orgswitcher.platform.mail;

import io.github.orgswitcher.domain.EmailAddress;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.light.LightweightUserAdapter;

/** Who gets a mail before it is known who that is. Keycloak's templates ask for a user; this one is in no database. */
public final class MailReader {

    private MailReader() {}

    /**
     * The reader.
     *
     * @param session the Keycloak session
     * @param realm the realm that writes
     * @param address the reader's address
     * @return a user who has the address and nothing else
     */
    public static UserModel of(KeycloakSession session, RealmModel realm, EmailAddress address) {
        LightweightUserAdapter reader = new LightweightUserAdapter(session, realm, null);
        reader.setEmail(address.text());
        return reader;
    }

    /**
     * What a reader knows a realm by.
     *
     * @param realm the realm that writes
     * @return its display name, or else its name
     */
    public static String title(RealmModel realm) {
        return Optional.ofNullable(realm.getDisplayName())
                .filter(name -> !name.isBlank())
                .orElse(realm.getName());
    }
}
