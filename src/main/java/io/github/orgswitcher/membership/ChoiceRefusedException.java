package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.store.RefusedException;
import org.jspecify.annotations.Nullable;

/** A choice that a rule does not allow. */
public final class ChoiceRefusedException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String error;
    private final @Nullable String orgId;

    /**
     * Refuses a choice.
     *
     * @param field the form's field that the message belongs to
     * @param messageKey key of the sentence for the person
     * @param error the error of the event, in Keycloak's form
     * @param parameters the message's parameters
     */
    public ChoiceRefusedException(String field, String messageKey, String error, Object... parameters) {
        this(null, field, messageKey, error, parameters);
    }

    private ChoiceRefusedException(
            @Nullable String orgId, String field, String messageKey, String error, Object... parameters) {
        super(messageKey, parameters);
        this.orgId = orgId;
        this.field = field;
        this.error = error;
    }

    /**
     * The same of an organization that the person may know of.
     *
     * @param organizationId the organization
     * @return the refusal, whose event names it
     */
    public ChoiceRefusedException about(String organizationId) {
        return new ChoiceRefusedException(organizationId, field, messageKey(), error, parameters());
    }

    /**
     * The account was removed or disabled while the page was open.
     *
     * @return the refusal
     */
    public static ChoiceRefusedException userDisabled() {
        return new ChoiceRefusedException("continue", "accountDisabledMessage", "org_switcher_user_disabled");
    }

    static ChoiceRefusedException seatsFull(String field) {
        return new ChoiceRefusedException(field, "orgSwitcherErrorSeatsFull", "org_switcher_seats_full");
    }

    static ChoiceRefusedException oneOrganization(String field) {
        return new ChoiceRefusedException(field, "orgSwitcherErrorOneOrganization", "org_switcher_one_organization");
    }

    /** Nothing can be written to the person. */
    static ChoiceRefusedException inadmissible(String field) {
        return new ChoiceRefusedException(field, "orgSwitcherErrorInadmissible", "org_switcher_user_read_only");
    }

    /** For the person it does not exist. */
    static ChoiceRefusedException gone(String field) {
        return new ChoiceRefusedException(field, "orgSwitcherErrorGone", "org_switcher_not_offered");
    }

    /** Why an organization that the page has shown cannot be had any more. */
    static ChoiceRefusedException of(Verdict verdict, String field) {
        return switch (verdict) {
            case SEATS_FULL -> seatsFull(field);
            case DENIED -> new ChoiceRefusedException(field, "orgSwitcherErrorDenied", "org_switcher_denied");
            case INADMISSIBLE -> inadmissible(field);
            case ONE_ORGANIZATION -> oneOrganization(field);
            case OFFERED, AUTOMATIC, REQUESTABLE, REQUESTED ->
                new ChoiceRefusedException(field, "orgSwitcherErrorChanged", "org_switcher_not_offered");
            case MEMBER,
                    SIGN_IN_KIND,
                    DOMAIN_NOT_VERIFIED,
                    DOMAIN_NEEDS_PROOF,
                    DOMAIN_PROVEN_BY_ANOTHER,
                    EMAIL_NOT_VERIFIED,
                    PROOF_ELSEWHERE,
                    DISABLED,
                    ORGANIZATION_DISABLED -> gone(field);
        };
    }

    /**
     * The field at fault.
     *
     * @return the form's field that the message belongs to
     */
    public String field() {
        return field;
    }

    /**
     * Which organization it is about.
     *
     * @return its id; null where it is about none, or one that the person may not know of
     */
    public @Nullable String orgId() {
        return orgId;
    }

    /**
     * The event's error.
     *
     * @return an error code
     */
    public String error() {
        return error;
    }
}
