package io.github.orgswitcher.platform;

import java.util.Set;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.IdentityProviderMapper;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderMapperSyncMode;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The address that a provider names by a mapper of Keycloak's, which takes it from another claim or attribute. Keycloak calls the
 * mappers of a provider in an order of chance ({@code IdentityBrokerService.authenticated}), and such a one sets the address
 * anew when its turn comes.
 */
public final class ImportedAddress {

    /** Where Keycloak's importers of claims, of JSON and of SAML attributes keep which attribute of the user they write. */
    private static final Set<String> TARGETS = Set.of("user.attribute", "userAttribute");

    private ImportedAddress() {}

    /**
     * Has the mappers do it that write the address.
     *
     * @param session the Keycloak session
     * @param realm the realm
     * @param identity what the provider has said, which has the address in the end that the account will have
     */
    public static void settle(KeycloakSession session, RealmModel realm, BrokeredIdentityContext identity) {
        session.identityProviders()
                .getMappersByAliasStream(identity.getIdpConfig().getAlias())
                .filter(ImportedAddress::writes)
                .forEach(mapper -> {
                    if (session.getKeycloakSessionFactory()
                                    .getProviderFactory(
                                            IdentityProviderMapper.class, mapper.getIdentityProviderMapper())
                            instanceof IdentityProviderMapper importer) {
                        importer.preprocessFederatedIdentity(session, realm, mapper, identity);
                    }
                });
    }

    /**
     * Whether Keycloak writes the address that a provider names over that of the account at a login: with the sync mode
     * {@code FORCE}, or by a mapper ({@code IdentityProviderMapperSyncModeDelegate}).
     *
     * @param session the Keycloak session, with the realm in its context
     * @param provider the provider
     * @return whether it may
     */
    public static boolean isWritten(KeycloakSession session, IdentityProviderModel provider) {
        return provider.getSyncMode() == IdentityProviderSyncMode.FORCE
                || session.identityProviders()
                        .getMappersByAliasStream(provider.getAlias())
                        .anyMatch(mapper -> writes(mapper) && !isOfFirstLoginAlone(mapper, provider));
    }

    private static boolean isOfFirstLoginAlone(IdentityProviderMapperModel mapper, IdentityProviderModel provider) {
        return mapper.getSyncMode() == IdentityProviderMapperSyncMode.INHERIT
                ? provider.getSyncMode() == IdentityProviderSyncMode.IMPORT
                : mapper.getSyncMode() == IdentityProviderMapperSyncMode.IMPORT;
    }

    private static boolean writes(IdentityProviderMapperModel mapper) {
        return mapper.getConfig().entrySet().stream()
                .anyMatch(entry ->
                        TARGETS.contains(entry.getKey()) && UserModel.EMAIL.equalsIgnoreCase(entry.getValue()));
    }
}
