package io.github.orgswitcher.membership;

import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.veto.JoinAttempt;
import io.github.orgswitcher.veto.JoinAttempt.Act;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * What keeps somebody who is invited from coming in, on a page, by REST or by the link in the invitation's mail.
 *
 * @param session the session of the transaction, with the realm in its context
 * @param field the field that was posted, for a refusal
 */
record InvitationRules(KeycloakSession session, String field) {

    /** Refuses where no invitation counts for a person, of which a page may have shown one before. */
    void requireInvitable(UserModel user) {
        if (!Admissible.is(session, user)) {
            throw ChoiceRefusedException.inadmissible(field);
        }
        if (new Admission(session).isFull(user, null)) {
            throw ChoiceRefusedException.oneOrganization(field);
        }
        SwitcherConfig config = SwitcherConfig.of(session, realm());
        OwnAddress ownAddress = new OwnAddress(session, realm(), config.domainRules());
        if (new Permissions(session, realm(), config, ownAddress).isKeptFromInvitations(user)) {
            throw new ChoiceRefusedException(field, "orgSwitcherErrorInvitationPublic", "org_switcher_public_address");
        }
    }

    /** Refuses where all seats are members'. Whoever is invited holds one against those who are not, and not against each other. */
    void requireSeat(OrganizationModel organization) {
        RealmStore store = RealmStore.of(session, realm());
        Integer limit =
                store.policies().of(organization.getId()).inForce().terms().maxMembers();
        if (limit != null && store.organizations().memberCount(organization.getId()) >= limit) {
            throw ChoiceRefusedException.seatsFull(field);
        }
    }

    /** Refuses what somebody has a word against, once nothing else is in the way. */
    void requireConsent(UserModel user, OrganizationModel organization) {
        new Consent(session).require(field, new JoinAttempt(Act.ACCEPT, user, organization, organization.getName()));
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
