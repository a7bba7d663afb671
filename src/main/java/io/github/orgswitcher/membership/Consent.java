package io.github.orgswitcher.membership;

import io.github.orgswitcher.veto.JoinAttempt;
import io.github.orgswitcher.veto.JoinDecisions;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;

/**
 * What the operator has installed and is asked once nothing else is in the way of a choice.
 *
 * @param session the session of the transaction that writes
 */
record Consent(KeycloakSession session) {

    /**
     * Refuses what somebody has a word against.
     *
     * @param field the field that was posted, for the refusal
     */
    void require(String field, JoinAttempt attempt) {
        new JoinDecisions(session).veto(attempt).ifPresent(veto -> {
            ChoiceRefusedException refused = new ChoiceRefusedException(
                    field,
                    veto.refusal().message(),
                    veto.error(),
                    veto.refusal().parameters().toArray());
            OrganizationModel organization = attempt.organization();
            throw organization == null ? refused : refused.about(organization.getId());
        });
    }
}
