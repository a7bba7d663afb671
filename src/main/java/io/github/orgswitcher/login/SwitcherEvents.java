package io.github.orgswitcher.login;

import io.github.orgswitcher.management.Act;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.membership.Chosen;
import io.github.orgswitcher.membership.Chosen.Outcome;
import io.github.orgswitcher.settings.SwitcherConfig;
import java.util.Locale;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;

/** The switcher's user events: Keycloak's event of a custom required action, with the outcome as details. */
public final class SwitcherEvents {

    /** Detail: the outcome, in lower case. */
    static final String OUTCOME = "org_switcher_outcome";
    /** Detail: id of the organization it is about. */
    static final String ORGANIZATION = "org_switcher_organization";
    /** Detail: the allowed domain that opened the organization. */
    static final String DOMAIN = "org_switcher_domain";

    /** Detail: id of whom it concerns, where the event's user is the one who manages the organization. */
    private static final String PERSON = "org_switcher_person";

    /** Detail: id of an invitation. */
    private static final String INVITATION = "org_switcher_invitation";

    private SwitcherEvents() {}

    /**
     * The event of what one has done who manages an organization.
     *
     * @param event the request's event, about that person
     * @param act what was done
     */
    public static void managed(EventBuilder event, Act act) {
        EventBuilder done = ofTheSwitcher(event)
                .detail(OUTCOME, act.deed().name().toLowerCase(Locale.ROOT))
                .detail(ORGANIZATION, act.orgId());
        if (act.userId() != null) {
            done.detail(PERSON, act.userId());
        }
        if (act.domain() != null) {
            done.detail(DOMAIN, act.domain());
        }
        if (act.invitation() != null) {
            done.detail(INVITATION, act.invitation());
        }
        done.success();
    }

    /**
     * An event of its own, which leaves the login's event alone; for an accepted invitation Keycloak's own beside it.
     *
     * @param event the request's event
     * @param user the person
     * @param chosen what was done
     */
    public static void beside(EventBuilder event, UserModel user, Chosen chosen) {
        details(ofTheSwitcher(event), chosen).success();
        if (chosen.outcome() == Outcome.ACCEPTED) {
            joinedByInvitation(event, user, chosen);
        }
    }

    /** So that one event tells where a login ended. */
    static EventBuilder details(EventBuilder event, Chosen chosen) {
        event.detail(OUTCOME, chosen.outcome().name().toLowerCase(Locale.ROOT));
        if (chosen.orgId() != null) {
            event.detail(ORGANIZATION, chosen.orgId());
        }
        if (chosen.domain() != null) {
            event.detail(DOMAIN, chosen.domain());
        }
        return event;
    }

    /** What Keycloak tells when somebody opens the link in the invitation's mail. */
    private static void joinedByInvitation(EventBuilder event, UserModel user, Chosen accepted) {
        event.clone()
                .event(EventType.INVITE_ORG)
                .detail(Details.USERNAME, user.getUsername())
                .detail(Details.ORG_ID, accepted.orgId())
                .success();
    }

    /**
     * The event of a choice that a rule does not allow.
     *
     * @param event the request's event
     * @param refused why
     */
    public static void refused(EventBuilder event, ChoiceRefusedException refused) {
        EventBuilder error = ofTheSwitcher(event);
        if (refused.orgId() != null) {
            error.detail(ORGANIZATION, refused.orgId());
        }
        error.error(refused.error());
    }

    private static EventBuilder ofTheSwitcher(EventBuilder event) {
        return event.clone()
                .event(EventType.CUSTOM_REQUIRED_ACTION)
                .detail(Details.CUSTOM_REQUIRED_ACTION, SwitcherConfig.PROVIDER_ID);
    }
}
