package io.github.orgswitcher.notice;

import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.Notice;
import io.github.orgswitcher.store.Notice.Letter;
import java.util.Locale;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;

/** What is told of mails beside the mails. */
final class NoticeEvents {

    private NoticeEvents() {}

    /** A mail was tried for days in vain. */
    static void givenUp(KeycloakSession session, Letter letter) {
        EventBuilder event = new EventBuilder(session.getContext().getRealm(), session)
                .event(EventType.CUSTOM_REQUIRED_ACTION)
                .detail(Details.CUSTOM_REQUIRED_ACTION, SwitcherConfig.PROVIDER_ID)
                .detail("org_switcher_organization", letter.orgId())
                .detail("org_switcher_mail", letter.kind().name().toLowerCase(Locale.ROOT));
        if (!letter.recipient().equals(Notice.REALM)) {
            event.user(letter.recipient());
        }
        event.error(Errors.EMAIL_SEND_FAILED);
    }
}
