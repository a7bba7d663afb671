package io.github.orgswitcher.broker;

import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The accounts that an identity provider's person is linked to: one, or none. */
final class LinkedAccounts {

    private LinkedAccounts() {}

    /** Keycloak, too, knows people by the id that a provider has given up. */
    static Stream<UserModel> of(KeycloakSession session, RealmModel realm, BrokeredIdentityContext identity) {
        return Stream.of(identity.getId(), identity.getLegacyId())
                .filter(Objects::nonNull)
                .map(id -> session.users()
                        .getUserByFederatedIdentity(
                                realm,
                                new FederatedIdentityModel(
                                        identity.getIdpConfig().getAlias(), id, identity.getUsername())))
                .filter(Objects::nonNull);
    }
}
