package io.github.orgswitcher.platform.flow;

import io.github.orgswitcher.platform.table.FailedWrite;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.ValidationContext;
import org.keycloak.authentication.actiontoken.inviteorg.InviteOrgActionToken;
import org.keycloak.authentication.forms.RegistrationUserCreation;
import org.keycloak.common.VerificationException;
import org.keycloak.events.Details;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.organization.utils.Organizations;
import org.keycloak.services.ErrorPage;

/**
 * Keycloak's own step that registers people, in its place: of the same id, and of a higher order. Keycloak's makes whoever follows the
 * link in an invitation's mail and registers a member of the organization, whatever is in the way.
 */
public abstract class InvitedRegistration extends RegistrationUserCreation {

    private static final int ORDER = 10;

    @Override
    public final int order() {
        return ORDER;
    }

    /**
     * Why nobody who is invited registers now. Whoever else comes in waits, until the request ends.
     *
     * @param session the session of the request, with the realm in its context
     * @param orgId the organization
     * @param invitationId the invitation
     * @param email the address that the invitation was sent to
     * @return the reason; empty where nothing is in the way
     */
    protected abstract Optional<InvitationRefusal> refusal(
            KeycloakSession session, String orgId, String invitationId, String email);

    /**
     * Why nobody registers whom others were faster than.
     *
     * @return the reason
     */
    protected abstract InvitationRefusal lostRace();

    @Override
    public final void validate(ValidationContext context) {
        Optional<InviteOrgActionToken> token = token(context);
        Optional<InvitationRefusal> refusal = token.flatMap(
                invited -> refusal(context.getSession(), invited.getOrgId(), invited.getId(), invited.getEmail()));
        if (refusal.isEmpty()) {
            super.validate(context);
            return;
        }
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        context.getEvent()
                .detail(Details.REGISTER_METHOD, "form")
                .detail(Details.ORG_ID, token.orElseThrow().getOrgId());
        context.error(refusal.get().error());
        context.validationError(
                form,
                List.of(new FormMessage(
                        refusal.get().messageKey(), refusal.get().parameters().toArray())));
    }

    /**
     * Makes the account. Whoever else has made one of the same address or name since Keycloak looked, by another way in, is told of by the
     * database alone.
     */
    @Override
    public final void success(FormContext context) {
        try {
            super.success(context);
        } catch (RuntimeException e) {
            if (!FailedWrite.isOfDatabase(e)) {
                throw e;
            }
            KeycloakSession session = context.getSession();
            session.getTransactionManager().setRollbackOnly();
            InvitationRefusal refusal = lostRace();
            context.getEvent().storeImmediately(true).error(refusal.error());
            throw new WebApplicationException(ErrorPage.error(
                    session,
                    context.getAuthenticationSession(),
                    Response.Status.CONFLICT,
                    refusal.messageKey(),
                    refusal.parameters().toArray()));
        }
    }

    /** What is none, or cannot be read, is Keycloak's to refuse. */
    private static Optional<InviteOrgActionToken> token(ValidationContext context) {
        if (!Organizations.isEnabled(context.getSession())) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(
                    Organizations.parseInvitationToken(context.getSession(), context.getHttpRequest()));
        } catch (VerificationException e) {
            return Optional.empty();
        }
    }
}
