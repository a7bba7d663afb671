package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.membership.OrganizationName;
import io.github.orgswitcher.name.ShownDomain;
import org.jspecify.annotations.Nullable;

/** What creates an organization on a page. Public, with getters, because FreeMarker reads it. */
public final class CreationForm {

    private final Typed typed;
    private final @Nullable String colleaguesDomain;

    private CreationForm(Typed typed, @Nullable String colleaguesDomain) {
        this.typed = typed;
        this.colleaguesDomain = colleaguesDomain;
    }

    /**
     * The form for a person.
     *
     * @param standing how the person stands
     * @param typed what was typed into it
     * @param colleaguesDomain domain that colleagues would join over; null where they could not
     * @return the form; null where the person may create none
     */
    public static @Nullable CreationForm of(Standing standing, Typed typed, @Nullable String colleaguesDomain) {
        return standing.mayCreate() ? new CreationForm(typed, colleaguesDomain) : null;
    }

    /**
     * The new organization's name.
     *
     * @return as typed, or empty
     */
    public String getName() {
        return typed.name();
    }

    /**
     * The longest name that is accepted.
     *
     * @return the number of characters
     */
    public int getNameMaxLength() {
        return OrganizationName.MAX_LENGTH;
    }

    /**
     * The domain that colleagues could join the new organization over.
     *
     * @return the domain; null where they could not
     */
    public @Nullable ShownDomain getColleaguesDomain() {
        return colleaguesDomain == null ? null : ShownDomain.of(colleaguesDomain);
    }

    /**
     * Whether the box that lets colleagues join is ticked.
     *
     * @return whether it is
     */
    public boolean isAllowColleagues() {
        return typed.allowColleagues();
    }
}
