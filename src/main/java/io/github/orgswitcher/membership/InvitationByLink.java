package io.github.orgswitcher.membership;

import io.github.orgswitcher.platform.flow.InvitationRefusal;
import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OrgSwitcherStore;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.RealmStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.storage.StorageUnavailableException;

/**
 * Keycloak's own link in an invitation's mail, which brings people in by the rules of the page.
 *
 * @param session the session of the request, with the realm in its context
 */
record InvitationByLink(KeycloakSession session) {

    /**
     * Waits for whoever else comes in, until the request ends. Waited for is in a transaction of ours, which may be in vain; the request then has
     * what nobody else holds.
     *
     * @throws LostRaceException where it was in vain
     */
    void waitForOthers(String orgId) {
        OwnTransaction.of(session).call(own -> lock(own, orgId));
        OrgSwitcherStore.of(session).briefly(() -> lock(session, orgId));
    }

    private static Set<String> lock(KeycloakSession any, String orgId) {
        return RealmStore.of(any, any.getContext().getRealm()).organizations().lock(Set.of(orgId));
    }

    /**
     * Why somebody cannot come in now, as others have left it who were waited for.
     *
     * @param person finds the person in a session
     * @return the reason; empty where there is none, or Keycloak itself says what is in the way
     */
    Optional<InvitationRefusal> refusal(String orgId, Function<KeycloakSession, @Nullable UserModel> person) {
        if (!Occasion.isSwitcherOn(session)) {
            return Optional.empty();
        }
        try {
            return OwnTransaction.of(session).call(own -> {
                UserModel user = person.apply(own);
                OrganizationModel organization =
                        own.getProvider(OrganizationProvider.class).getById(orgId);
                if (user != null && organization != null && organization.isEnabled()) {
                    require(own, user, organization);
                }
                return Optional.empty();
            });
        } catch (ChoiceRefusedException refused) {
            return Optional.of(
                    new InvitationRefusal(refused.messageKey(), List.of(refused.parameters()), refused.error()));
        } catch (StorageUnavailableException e) {
            return tryAgain("org_switcher_storage_unavailable");
        } catch (LostRaceException e) {
            return tryAgain("org_switcher_conflict");
        }
    }

    private static void require(KeycloakSession own, UserModel user, OrganizationModel organization) {
        if (!new StandingReader(own).isMember(user, organization.getId())) {
            InvitationRules rules = new InvitationRules(own, "accept");
            rules.requireInvitable(user);
            rules.requireSeat(organization);
            rules.requireConsent(user, organization);
        }
    }

    private static Optional<InvitationRefusal> tryAgain(String error) {
        return Optional.of(new InvitationRefusal("orgSwitcherErrorTryAgain", List.of(), error));
    }
}
