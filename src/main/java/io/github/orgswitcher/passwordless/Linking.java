package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.platform.flow.BrokeredLogin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;

/**
 * A first login at an identity provider that has met an account with the same address. Where that account has never proven
 * the address, its owner gets a new one, as if there had been none: with what the provider tells, and linked to it.
 */
final class Linking {

    private static final Set<String> OWN = Set.of(UserModel.USERNAME, UserModel.EMAIL);

    private final Optional<BrokeredLogin> login;

    Linking(AuthenticationFlowContext context) {
        this.login = BrokeredLogin.of(context);
    }

    /** Whether the flow makes accounts, and would make one with this address. */
    boolean makes(EmailAddress address) {
        return login.flatMap(BrokeredLogin::email)
                        .flatMap(EmailAddress::typed)
                        .filter(address::equals)
                        .isPresent()
                && login.filter(BrokeredLogin::makesAccounts).isPresent();
    }

    /** The provider, as people know it; null where nothing is to be linked. */
    @Nullable
    String provider() {
        return login.map(BrokeredLogin::provider).orElse(null);
    }

    /** What the provider, and the person on Keycloak's page about it, have told for a new account. */
    Map<String, List<String>> attributes() {
        return login.map(BrokeredLogin::attributes).orElse(Map.of()).entrySet().stream()
                .filter(attribute -> !OWN.contains(attribute.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Has the new account linked, as one that Keycloak makes. */
    void filled(UserModel account) {
        login.ifPresent(brokered -> brokered.linkInstead(account));
    }
}
