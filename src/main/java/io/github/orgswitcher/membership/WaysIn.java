package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.passwordless.EmailProof;
import io.github.orgswitcher.platform.LinkedProviders;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.Outsider;
import io.github.orgswitcher.store.OutsiderFacts;
import java.util.EnumSet;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * The kinds of sign-in that people have ways for so far: identity providers that they are linked to, credentials, and their mailbox
 * where the realm lets people sign in by it. Whoever has none yet may come by any.
 */
final class WaysIn {

    private final LinkedProviders providers;
    private final boolean passwordless;

    WaysIn(KeycloakSession session, RealmModel realm) {
        this.providers = new LinkedProviders(session);
        Set<String> others = SwitcherConfig.of(session, realm).passwordlessProofs();
        this.passwordless = EmailProof.isOffered(realm, others);
    }

    /** None where nobody has a way into the account yet. */
    Set<SignInKind> of(Outsider outsider, OutsiderFacts facts) {
        Set<SignInKind> kinds = EnumSet.noneOf(SignInKind.class);
        facts.providers().forEach(alias -> kinds.add(providers.kindOf(alias, null)));
        if (outsider.storage() != null || facts.credentials().contains(PasswordCredentialModel.TYPE)) {
            kinds.add(SignInKind.PASSWORD);
        }
        if (facts.credentials().contains(WebAuthnCredentialModel.TYPE_PASSWORDLESS)) {
            kinds.add(SignInKind.PASSWORDLESS);
        }
        if (passwordless && !kinds.isEmpty()) {
            kinds.add(SignInKind.PASSWORDLESS);
        }
        return kinds;
    }
}
