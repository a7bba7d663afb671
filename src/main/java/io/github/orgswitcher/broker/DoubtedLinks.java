package io.github.orgswitcher.broker;

import io.github.orgswitcher.authority.AddressReach;
import io.github.orgswitcher.authority.DirectoryWord;
import io.github.orgswitcher.authority.HomeClaim;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.passwordless.EmailProof;
import io.github.orgswitcher.people.DirectoryUsers;
import io.github.orgswitcher.platform.LinkedProviders;
import io.github.orgswitcher.platform.ProviderWord;
import io.github.orgswitcher.platform.flow.AutomaticLink;
import io.github.orgswitcher.platform.links.Home;
import io.github.orgswitcher.store.RealmStore;
import org.jboss.logging.Logger;
import org.keycloak.models.FederatedIdentityModel.FederatedIdentityCreatedEvent;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Refuses automatic links where the provider's word on the person's address does not count: nothing at all speaks for it then
 * that the account is the person's. Keycloak tells of a link before it is there for good, and of nothing before that.
 */
final class DoubtedLinks implements ProviderEventListener {

    private static final Logger LOG = Logger.getLogger(DoubtedLinks.class);

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof FederatedIdentityCreatedEvent linked) {
            String alias = linked.getFederatedIdentity().getIdentityProvider();
            KeycloakSession session = linked.getKeycloakSession();
            AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
            if (login != null && ProviderWord.isTyped(login)) {
                ProviderWord.leaveUnverified(login);
            }
            AutomaticLink.of(session, alias)
                    .filter(link -> !link.isProven() && !EmailProof.isIn(link.login()))
                    .ifPresent(link -> judgeOrUndo(link, linked));
        }
    }

    /** Keycloak keeps what it has written where its own page for errors is the answer. */
    private static void judgeOrUndo(AutomaticLink link, FederatedIdentityCreatedEvent linked) {
        boolean judged = false;
        try {
            judge(link, linked);
            judged = true;
        } finally {
            if (!judged) {
                link.session().getTransactionManager().setRollbackOnly();
            }
        }
    }

    private static void judge(AutomaticLink link, FederatedIdentityCreatedEvent linked) {
        KeycloakSession session = link.session();
        UserModel user = linked.getUser();
        boolean doubted = isDoubted(link) || isBeyond(session, linked);
        boolean prepared = isPrepared(session, linked.getRealm(), user);
        if (doubted || prepared) {
            LOG.warnf(
                    "Realm %s, identity provider %s: a login was refused whose flow links accounts automatically; its word does not"
                            + " reach so far, or nobody has proven the address of user %s",
                    linked.getRealm().getName(), link.provider().getAlias(), user.getId());
            throw doubted && isByAddress(link) ? link.refusal("orgSwitcherErrorNotVouched") : link.refusal();
        }
        link.believe();
    }

    /** Whether somebody else than who comes by the provider can have made the account, and kept a way into it. */
    private static boolean isPrepared(KeycloakSession session, RealmModel realm, UserModel user) {
        boolean proven = user.isEmailVerified() && !new AddressReach(session, realm).isWithoutWord(user);
        return !proven
                && !(user.getEmail() == null && DirectoryUsers.has(user))
                && !new DirectoryWord(session, realm).isKnownFor(user)
                && !RealmStore.of(session, realm).people().find(user.getId()).neverUsed();
    }

    /**
     * An organization's own provider enters no account whose address opens more than that organization, or nothing, unless it is
     * the home of the address's domain.
     */
    private static boolean isBeyond(KeycloakSession session, FederatedIdentityCreatedEvent linked) {
        IdentityProviderModel provider = session.identityProviders()
                .getByAlias(linked.getFederatedIdentity().getIdentityProvider());
        return provider != null
                && new AddressReach(session, linked.getRealm()).isBeyond(linked.getUser(), provider)
                && EmailAddress.onRecord(linked.getUser().getEmail())
                        .filter(address -> isHome(session, linked.getRealm(), provider, address.domain()))
                        .isEmpty();
    }

    private static boolean isHome(
            KeycloakSession session, RealmModel realm, IdentityProviderModel provider, EmailDomain domain) {
        return new LinkedProviders(session).homeOf(domain) instanceof Home.At at
                && at.provider().getAlias().equals(provider.getAlias())
                && new HomeClaim(session, realm).counts(at.organizationId(), domain);
    }

    /**
     * Of what the person has typed in place of it, a provider has said nothing. A rule is of the address: of an account that has
     * only the name in common, a provider that has one has said nothing, either.
     */
    private static boolean isDoubted(AutomaticLink link) {
        if (ProviderWord.isDeniedIn(link.login())) {
            return true;
        }
        return isByAddress(link)
                ? ProviderWord.isTyped(link.login())
                : link.isNameTyped()
                        || Vouching.rules(link.session(), link.provider().getAlias())
                                .anyMatch(rule -> !rule.isNone());
    }

    private static boolean isByAddress(AutomaticLink link) {
        return link.foundBy().filter(UserModel.EMAIL::equals).isPresent();
    }
}
