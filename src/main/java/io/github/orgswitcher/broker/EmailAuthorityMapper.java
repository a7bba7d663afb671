package io.github.orgswitcher.broker;

import io.github.orgswitcher.authority.AddressProofs;
import java.util.List;
import org.keycloak.broker.provider.AbstractIdentityProviderMapper;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Decides at each login by an identity provider, before Keycloak uses it, whether the provider's word on the person's email
 * address counts. Where it does not, the login goes on as if the provider had named no address. Where another mapper may
 * write it over the address on record, which one was verified is kept.
 */
public final class EmailAuthorityMapper extends AbstractIdentityProviderMapper {

    /** Id of the identity provider mapper. */
    public static final String PROVIDER_ID = "org-switcher-email-authority";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String[] getCompatibleProviders() {
        return new String[] {ANY_PROVIDER};
    }

    @Override
    public String getDisplayCategory() {
        return "Preprocessor";
    }

    @Override
    public String getDisplayType() {
        return "Email authority";
    }

    @Override
    public String getHelpText() {
        return "Takes no address from the provider that the linked account has lost to its owner.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    /** What it does belongs to every login, whatever is written to the account. */
    @Override
    public boolean supportsSyncMode(IdentityProviderSyncMode syncMode) {
        return true;
    }

    @Override
    public void preprocessFederatedIdentity(
            KeycloakSession session,
            RealmModel realm,
            IdentityProviderMapperModel mapperModel,
            BrokeredIdentityContext identity) {
        if (new LostAddress(session, realm).isNamedBy(identity)) {
            identity.setEmail(null);
        }
        AddressProofs proofs = new AddressProofs(session, realm);
        // Which address a mapper will write, and whether one will, is not known yet.
        LinkedAccounts.of(session, realm, identity).forEach(proofs::keep);
    }
}
