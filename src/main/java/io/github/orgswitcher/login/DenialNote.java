package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Denial;
import io.github.orgswitcher.domain.ShownTime;
import java.time.Instant;
import java.util.Locale;
import org.keycloak.common.util.Time;

/** A denial as the page tells it. Public, with getters, because FreeMarker reads it. */
public final class DenialNote {

    private final Denial denial;
    private final Locale locale;

    DenialNote(Denial denial, Locale locale) {
        this.denial = denial;
        this.locale = locale;
    }

    /**
     * The organization that has turned the person down.
     *
     * @return its tile
     */
    public OrganizationTile getOrganization() {
        return OrganizationTile.of(denial.organization());
    }

    /**
     * What is told, with the organization's name and the time.
     *
     * @return a message key
     */
    public String getSentence() {
        if (denial.askAgainAt() == null) {
            return "orgSwitcherDenied";
        }
        return denial.stands(Instant.ofEpochMilli(Time.currentTimeMillis()))
                ? "orgSwitcherDeniedUntil"
                : "orgSwitcherDeniedAskAgain";
    }

    /**
     * From when on the person may ask again.
     *
     * @return date and time in UTC, as the person's language writes them; empty for not before the denial is taken back
     */
    public String getUntil() {
        return denial.askAgainAt() == null ? "" : ShownTime.of(denial.askAgainAt(), locale);
    }
}
