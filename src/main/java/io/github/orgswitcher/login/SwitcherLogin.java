package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Decision;
import io.github.orgswitcher.decision.SignIn;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.decision.SwitcherSettings;
import io.github.orgswitcher.membership.Chosen;
import io.github.orgswitcher.membership.KnownNow;
import io.github.orgswitcher.membership.MembershipService;
import io.github.orgswitcher.membership.Occasion;
import io.github.orgswitcher.membership.PageLists;
import io.github.orgswitcher.membership.Shown;
import io.github.orgswitcher.membership.StandingReader;
import io.github.orgswitcher.settings.SwitcherConfig;
import org.keycloak.models.RealmModel;

/**
 * A login as the switcher sees it.
 *
 * @param context what Keycloak hands in
 * @param signIn what the login and the application say
 * @param active the organization that the session works in
 */
record SwitcherLogin(
        LoginContext context,
        SignIn signIn,
        SwitcherSettings settings,
        StandingReader reader,
        SwitcherNotes notes,
        ActiveOrganization active,
        Outcomes outcomes) {

    static SwitcherLogin of(LoginContext context) {
        RealmModel realm = context.session().getContext().getRealm();
        // First of all, because it forgets what was chosen before the login was started over.
        ActiveOrganization active = ActiveOrganization.of(context.session(), context.authSession());
        SwitcherNotes notes = new SwitcherNotes(context.authSession());
        SignIn asked = ApplicationRequest.of(context.session(), context.authSession())
                .signIn(context.session(), new SignInKindReader(context.session(), context.authSession()).read());
        LostPress.note(context, notes);
        SignIn due = notes.isPressLost() ? asked.again() : asked;
        SignIn signIn = notes.isCancelled() ? due.afterCancel() : due;
        return new SwitcherLogin(
                context,
                signIn,
                SwitcherConfig.of(context.session(), realm).settings(),
                new StandingReader(context.session()),
                notes,
                active,
                new Outcomes(context.session(), signIn.kind()));
    }

    /** How the person stands to the organizations, as the request sees it. */
    Standing standing() {
        return inThisLogin(reader.read(context.user(), signIn.kind(), active.choice(context.user()), signIn.hint()));
    }

    /** What the page shows of it. */
    PageLists lists(Standing standing, String search) {
        return reader.lists(context.user(), signIn, standing, search);
    }

    /** The same in answer to a form, once something may have been written that the request cannot see. */
    PageLists listsNow(String search) {
        return new KnownNow(context.session())
                .lists(context.user().getId(), occasion(), search, this::inThisLogin)
                .orElseGet(() -> lists(standing(), search));
    }

    /**
     * Once a login has joined what it could, whatever else would be joined with no question is an offer; and what its page has
     * told is on the page until it is left.
     */
    private Standing inThisLogin(Standing standing) {
        Standing told = notes.told().isEmpty() ? standing : standing.telling();
        return notes.tried().isEmpty()
                ? told
                : told.automatic().failed(told.automatic().orgIds());
    }

    /** Whether the login is the switcher's business at all, which needs no look at anything. */
    boolean isConcerned() {
        return Decision.concerns(signIn, active.choice(context.user()), settings);
    }

    /** Whether, and why, the login is the switcher's business. */
    Occasion occasion() {
        return new Occasion(signIn, active.choice(context.user()));
    }

    /**
     * Carries out what the person chooses.
     *
     * @param shown what the page has shown
     */
    MembershipService service(Shown shown) {
        return new MembershipService(context.session(), context.user(), occasion(), shown);
    }

    /** Tells what happens beside the one outcome of a login. */
    void tell(Chosen chosen) {
        SwitcherEvents.beside(context.event(), context.user(), chosen);
        outcomes.chosen(chosen);
    }

    /** Leaves the login to Keycloak for good. */
    Result leave() {
        notes.done();
        return new Result.Left();
    }
}
