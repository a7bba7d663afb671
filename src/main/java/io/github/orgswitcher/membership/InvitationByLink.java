package io.github.orgswitcher.membership;

import io.github.orgswitcher.domain.IsolatedText;
import io.github.orgswitcher.platform.flow.InvitationRefusal;
import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.RowsOfRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
     * Waits for whoever else comes in, or makes an account of the same address by any invitation, until the request ends.
     *
     * @return what to say where it was in vain; empty where nobody else is in the way
     */
    Optional<InvitationRefusal> waitForOthers(String orgId, String invitationId, String email) {
        RowsOfRequest rows = new RowsOfRequest(session);
        return orTryAgain(() -> {
            rows.lockOrganization(orgId);
            rows.lockInvitation(invitationId, email);
        });
    }

    /** The same for somebody who has an account, and for whatever else becomes of the person. */
    Optional<InvitationRefusal> waitForOthers(UserModel user, String orgId, String invitationId) {
        RowsOfRequest rows = new RowsOfRequest(session);
        return orTryAgain(() -> {
            rows.lockPerson(user.getId());
            rows.lockAccount(user.getId());
            rows.lockOrganization(orgId);
            rows.lockInvitation(invitationId);
        });
    }

    private static Optional<InvitationRefusal> orTryAgain(Runnable wait) {
        try {
            wait.run();
            return Optional.empty();
        } catch (LostRaceException e) {
            return Optional.of(lostRace());
        }
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
            Locale language = session.getContext().resolveLocale(null);
            return Optional.of(new InvitationRefusal(
                    refused.messageKey(), List.of(IsolatedText.in(language, refused.parameters())), refused.error()));
        } catch (StorageUnavailableException e) {
            return Optional.of(tryAgain("orgSwitcherErrorTryAgain", "org_switcher_storage_unavailable"));
        } catch (LostRaceException e) {
            return Optional.of(lostRace());
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

    /** What to say where others were faster. */
    static InvitationRefusal lostRace() {
        return tryAgain("orgSwitcherLostRace", "org_switcher_conflict");
    }

    private static InvitationRefusal tryAgain(String messageKey, String error) {
        return new InvitationRefusal(messageKey, List.of(), error);
    }
}
