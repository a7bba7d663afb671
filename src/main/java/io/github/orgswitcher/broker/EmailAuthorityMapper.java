package io.github.orgswitcher.broker;

import io.github.orgswitcher.authority.AddressProofs;
import io.github.orgswitcher.authority.VerifiedBefore;
import io.github.orgswitcher.platform.ImportedAddress;
import io.github.orgswitcher.platform.ProviderClaims;
import io.github.orgswitcher.platform.ProviderWord;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.broker.provider.AbstractIdentityProviderMapper;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.sessions.AuthenticationSessionModel;

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
        return "Says when the provider's word on an address counts, and takes no address from it that the linked account has"
                + " lost to its owner. Leave the sync mode at Inherit.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(EmailRule.CLAIM)
                .label("Claim")
                .helpText(
                        "The claim, or SAML attribute, that must be there beside the address: hd of Google, xms_edov of"
                                + " Entra. Empty: the provider's word always counts.")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(EmailRule.CONDITION)
                .label("Condition")
                .helpText(
                        "EQUALS_DOMAIN: the claim is the domain of the address. TRUE: the claim is true. Where it is not,"
                                + " the address opens nothing before the person proves it.")
                .type(ProviderConfigProperty.LIST_TYPE)
                .options(EmailRule.EQUALS_DOMAIN, EmailRule.TRUE)
                .add()
                .build();
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new DoubtedLinks());
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
        AddressProofs proofs = new AddressProofs(session, realm);
        ImportedAddress.settle(session, realm, identity);
        if (!isVouchedFor(mapperModel, identity)) {
            ProviderWord.deny(identity);
            List<UserModel> linked = LinkedAccounts.of(session, realm, identity).toList();
            linked.stream()
                    .filter(user -> !isAnother(user, identity.getEmail()))
                    .forEach(proofs::doubt);
            if (!linked.isEmpty()) {
                identity.setEmail(null);
            }
        }
        if (new LostAddress(session, realm).isNamedBy(identity)) {
            identity.setEmail(null);
        }
        // Which address a mapper will write, and whether one will, is not known yet.
        LinkedAccounts.of(session, realm, identity).forEach(proofs::keep);
    }

    private static boolean isVouchedFor(IdentityProviderMapperModel mapperModel, BrokeredIdentityContext identity) {
        EmailRule rule = EmailRule.of(mapperModel.getConfig());
        String value = rule.claim() == null
                ? null
                : ProviderClaims.text(identity, rule.claim()).orElse(null);
        return rule.isMet(value, identity.getEmail());
    }

    /** Called before Keycloak marks a new account's address. */
    @Override
    public void importNewUser(
            KeycloakSession session,
            RealmModel realm,
            UserModel user,
            IdentityProviderMapperModel mapperModel,
            BrokeredIdentityContext identity) {
        if (!ProviderWord.isDenied(identity)) {
            return;
        }
        AuthenticationSessionModel login = identity.getAuthenticationSession();
        if (login == null) {
            // Of a token exchange: Keycloak marks the address whatever is said here.
            new AddressProofs(session, realm).doubt(user);
        } else {
            ProviderWord.leaveUnverified(login);
        }
    }

    /** Called after Keycloak has marked the address of an account that the provider was just linked to. */
    @Override
    public void updateBrokeredUser(
            KeycloakSession session,
            RealmModel realm,
            UserModel user,
            IdentityProviderMapperModel mapperModel,
            BrokeredIdentityContext identity) {
        if (ProviderWord.isDenied(identity)) {
            AddressProofs proofs = new AddressProofs(session, realm);
            if (identity.getEmail() != null && !isAnother(user, identity.getEmail())) {
                new VerifiedBefore(session, user.getId()).putBack(user);
                proofs.keep(user, identity.getIdpConfig().getAlias());
            }
            proofs.doubt(user);
        }
    }

    private static boolean isAnother(UserModel user, @Nullable String named) {
        return named != null && !named.equalsIgnoreCase(user.getEmail());
    }
}
