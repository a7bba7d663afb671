package io.github.orgswitcher.login;

import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.platform.flow.ForwardedMessage;

/**
 * A press on the page that Keycloak has not brought to the switcher: the page was open for too long, or the login has ended in
 * another tab. In a session Keycloak starts the login over without a word, and it would go on with what the other tab has
 * chosen.
 */
final class LostPress {

    private LostPress() {}

    /** Notes that this has happened, with one event. */
    static void note(LoginContext context, SwitcherNotes notes) {
        if (notes.isOpen() && ForwardedMessage.dropError(context.authSession())) {
            notes.pressLost();
            SwitcherEvents.refused(context.event().clone().user(context.user()), refusal());
        }
    }

    /** What the page says then. */
    static ChoiceRefusedException refusal() {
        return new ChoiceRefusedException("continue", "orgSwitcherErrorPressLost", "org_switcher_press_lost");
    }
}
