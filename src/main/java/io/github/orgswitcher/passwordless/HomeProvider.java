package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.authority.HomeClaim;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.platform.HomeRedirect;
import io.github.orgswitcher.platform.LinkedProviders;
import io.github.orgswitcher.platform.links.Home;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Sends people to their organization's own identity provider where Keycloak's organization login would. */
final class HomeProvider {

    /** Whether the login is not ours: it has gone to the provider that the address's domain is at home at, or must end. */
    boolean takes(AuthenticationFlowContext context, EmailAddress address) {
        Home home = new LinkedProviders(context.getSession()).homeOf(address.domain());
        if (home instanceof Home.At at) {
            if (!new HomeClaim(context.getSession(), context.getRealm())
                    .counts(at.organizationId(), address.domain())) {
                return false;
            }
            HomeRedirect.go(context, at.provider(), address);
        } else if (home instanceof Home.Unknown) {
            context.failure(AuthenticationFlowError.INTERNAL_ERROR);
        }
        return !(home instanceof Home.None);
    }

    /** Whether the login has gone to the one identity provider that manages a user who has no other way in. */
    boolean takes(AuthenticationFlowContext context, UserModel user, EmailAddress address) {
        Optional<IdentityProviderModel> managing = managing(context.getSession(), user, address);
        managing.ifPresent(provider -> HomeRedirect.go(context, provider, address));
        return managing.isPresent();
    }

    /** Whether {@link #takes} would send the user there. */
    boolean manages(KeycloakSession session, UserModel user, EmailAddress address) {
        return managing(session, user, address).isPresent();
    }

    /** Of an account that has never proven the address, an organization that has no claim on the domain may have made it up. */
    private static Optional<IdentityProviderModel> managing(
            KeycloakSession session, UserModel user, EmailAddress address) {
        LinkedProviders links = new LinkedProviders(session);
        HomeClaim claim = new HomeClaim(session, session.getContext().getRealm());
        return links.managing(user, address)
                .filter(provider -> user.isEmailVerified()
                        || links.ownerOf(provider)
                                .filter(orgId -> claim.counts(orgId, address.domain()))
                                .isPresent());
    }
}
