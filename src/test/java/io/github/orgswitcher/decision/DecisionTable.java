package io.github.orgswitcher.decision;

import io.github.orgswitcher.decision.Decision.Ask;
import io.github.orgswitcher.decision.Decision.InteractionRequired;
import io.github.orgswitcher.decision.Decision.JoinFirst;
import io.github.orgswitcher.decision.Decision.LeaveAlone;
import io.github.orgswitcher.decision.Decision.Proceed;
import io.github.orgswitcher.decision.SignIn.Request;
import io.github.orgswitcher.decision.Standing.Choice;
import io.github.orgswitcher.decision.SwitcherSettings.Show;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The table of cases: what a person is, what the application asks, what the admin has set, and what follows. */
public final class DecisionTable {

    private static final Decision PAGE = new Ask(null);
    /** The person has gone on with none. */
    private static final Decision ON_WITH_NONE = new Proceed(new Choice(null), false);
    /** Nothing was chosen. */
    private static final Decision ON_WITH_NOTHING = new Proceed(null, false);
    /** The scope alone says, or nobody sees the login: the session keeps what it has. */
    private static final Decision ONCE_WITH_NOTHING = new Proceed(null, true);

    private static final Decision ONCE_WITH_NONE = new Proceed(new Choice(null), true);

    private DecisionTable() {}

    /** All of them. */
    public static Stream<Case> cases() {
        return Stream.of(
                // Nobody's member
                when("no match, creation off").then(ON_WITH_NOTHING),
                when("no match, may create").mayCreate().then(PAGE),
                when("no match, may create, skipped before")
                        .mayCreate()
                        .skipped()
                        .then(ON_WITH_NOTHING),
                when("no match, membership required").required().then(PAGE),
                when("no match, membership required, skipped before")
                        .required()
                        .skipped()
                        .then(PAGE),
                when("one match").offers("acme").then(PAGE),
                when("one match, seen and left").dismissed("acme").then(ON_WITH_NOTHING),
                when("several organizations on one domain")
                        .offers("acme")
                        .offers("labs")
                        .then(PAGE),
                when("something new beside what was left")
                        .dismissed("acme")
                        .offers("labs")
                        .then(PAGE),
                when("something new after a skip").skipped().offers("labs").then(PAGE),
                when("one match, seen and left, may create")
                        .dismissed("acme")
                        .mayCreate()
                        .then(PAGE),
                when("unverified email, offers would exist").hidden().then(PAGE),
                when("unverified email, offers would exist, skipped before")
                        .hidden()
                        .skipped()
                        .then(ON_WITH_NOTHING),

                // What keeps out, and what waits
                when("may ask").finds("acme", Verdict.REQUESTABLE).then(PAGE),
                when("has asked, creation off").finds("acme", Verdict.REQUESTED).then(ON_WITH_NOTHING),
                when("has asked, required")
                        .finds("acme", Verdict.REQUESTED)
                        .required()
                        .then(PAGE),
                when("has asked, another offer")
                        .finds("acme", Verdict.REQUESTED)
                        .offers("labs")
                        .then(PAGE),
                when("was denied").finds("acme", Verdict.DENIED).then(ON_WITH_NOTHING),
                when("was denied, not told")
                        .finds("acme", Verdict.DENIED)
                        .untold()
                        .then(PAGE),
                when("was denied, not told, skipped before")
                        .finds("acme", Verdict.DENIED)
                        .untold()
                        .skipped()
                        .then(PAGE),
                when("was denied, not told, one membership")
                        .memberOf("labs")
                        .finds("acme", Verdict.DENIED)
                        .untold()
                        .then(PAGE),
                when("was denied, not told, active")
                        .memberOf("labs")
                        .chose("labs")
                        .finds("acme", Verdict.DENIED)
                        .untold()
                        .then(PAGE),
                when("was denied, not told, scope names a membership")
                        .hint("labs")
                        .memberOf("labs")
                        .finds("acme", Verdict.DENIED)
                        .untold()
                        .then(once("id-labs")),
                when("was denied, not told, silent")
                        .silent()
                        .memberOf("labs")
                        .finds("acme", Verdict.DENIED)
                        .untold()
                        .then(once("id-labs")),
                when("was denied, not told, password")
                        .kind(SignInKind.PASSWORD)
                        .finds("acme", Verdict.DENIED)
                        .untold()
                        .then(new LeaveAlone()),
                when("was denied, not told, excluded client")
                        .client("admin-cli")
                        .finds("acme", Verdict.DENIED)
                        .untold()
                        .then(new LeaveAlone()),
                when("seats full").finds("acme", Verdict.SEATS_FULL).then(ON_WITH_NOTHING),
                when("other kind of sign-in")
                        .finds("acme", Verdict.SIGN_IN_KIND)
                        .then(ON_WITH_NOTHING),
                when("domain not verified")
                        .finds("acme", Verdict.DOMAIN_NOT_VERIFIED)
                        .then(ON_WITH_NOTHING),
                when("join mode off").finds("acme", Verdict.DISABLED).then(ON_WITH_NOTHING),
                when("organization disabled")
                        .finds("acme", Verdict.ORGANIZATION_DISABLED)
                        .then(ON_WITH_NOTHING),
                when("kept out of one, member of another")
                        .memberOf("labs")
                        .finds("acme", Verdict.SEATS_FULL)
                        .then(on("id-labs")),
                when("member of what matches")
                        .memberOf("acme")
                        .finds("acme", Verdict.MEMBER)
                        .then(on("id-acme")),

                // Invited
                when("invited").invitedBy("hooli").then(PAGE),
                when("invited, passed over").passedOver("hooli").then(ON_WITH_NOTHING),
                when("invited by who has no place left").invitedByFull("hooli").then(ON_WITH_NOTHING),
                when("invited, skipped before").invitedBy("hooli").skipped().then(PAGE),
                when("invited, one membership")
                        .memberOf("acme")
                        .invitedBy("hooli")
                        .then(PAGE),
                when("invited, passed over, one membership")
                        .memberOf("acme")
                        .passedOver("hooli")
                        .then(on("id-acme")),
                when("invited, active")
                        .memberOf("acme")
                        .chose("acme")
                        .invitedBy("hooli")
                        .then(PAGE),
                when("invited, silent").silent().invitedBy("hooli").then(ONCE_WITH_NOTHING),
                when("invited, password")
                        .kind(SignInKind.PASSWORD)
                        .invitedBy("hooli")
                        .then(new LeaveAlone()),
                when("invited, excluded client")
                        .client("admin-cli")
                        .invitedBy("hooli")
                        .then(new LeaveAlone()),
                when("scope names who invites")
                        .hint("hooli")
                        .memberOf("acme")
                        .passedOver("hooli")
                        .then(new Ask("id-hooli")),

                // Joined with no question
                when("automatic").finds("acme", Verdict.AUTOMATIC).then(new JoinFirst(List.of("id-acme"))),
                when("automatic, twice, beside an offer")
                        .finds("acme", Verdict.AUTOMATIC)
                        .offers("globex")
                        .finds("labs", Verdict.AUTOMATIC)
                        .then(new JoinFirst(List.of("id-acme", "id-labs"))),
                when("automatic, silent")
                        .silent()
                        .finds("acme", Verdict.AUTOMATIC)
                        .then(new JoinFirst(List.of("id-acme"))),
                when("automatic, switcher asked for")
                        .request(Request.ACTION)
                        .finds("acme", Verdict.AUTOMATIC)
                        .then(new JoinFirst(List.of("id-acme"))),
                when("automatic, password")
                        .kind(SignInKind.PASSWORD)
                        .finds("acme", Verdict.AUTOMATIC)
                        .then(new LeaveAlone()),
                when("automatic, excluded client")
                        .client("admin-cli")
                        .finds("acme", Verdict.AUTOMATIC)
                        .then(new LeaveAlone()),

                // A member of one
                when("one membership").memberOf("acme").then(on("id-acme")),
                when("one membership, may create").memberOf("acme").mayCreate().then(on("id-acme")),
                when("one membership and an offer")
                        .memberOf("acme")
                        .offers("labs")
                        .then(PAGE),
                when("one membership, offer left")
                        .memberOf("acme")
                        .dismissed("labs")
                        .then(on("id-acme")),
                when("one membership, required").memberOf("acme").required().then(on("id-acme")),
                when("one membership, unverified email, offers would exist")
                        .memberOf("acme")
                        .hidden()
                        .then(PAGE),

                // A member of many
                when("two memberships").memberOf("acme").memberOf("labs").then(PAGE),
                when("two memberships, one active")
                        .memberOf("acme")
                        .memberOf("labs")
                        .chose("labs")
                        .then(on("id-labs")),
                when("two memberships, went on with none")
                        .memberOf("acme")
                        .memberOf("labs")
                        .choseNone()
                        .then(ON_WITH_NONE),
                when("one membership, went on with none")
                        .memberOf("acme")
                        .choseNone()
                        .then(ON_WITH_NONE),
                when("one membership, went on with none, required since")
                        .memberOf("acme")
                        .choseNone()
                        .required()
                        .then(on("id-acme")),
                when("no membership, went on with none").choseNone().then(ON_WITH_NONE),
                when("two memberships, went on with none, required since")
                        .memberOf("acme")
                        .memberOf("labs")
                        .choseNone()
                        .required()
                        .then(PAGE),
                when("two memberships, the active one is gone")
                        .memberOf("acme")
                        .memberOf("labs")
                        .chose("gone")
                        .then(PAGE),
                when("active, and something new")
                        .memberOf("acme")
                        .chose("acme")
                        .offers("labs")
                        .then(PAGE),
                when("the only active one is gone").chose("gone").then(ON_WITH_NOTHING),

                // Show always
                when("always, nothing to choose").always().then(PAGE),
                when("always, one membership").memberOf("acme").always().then(PAGE),
                when("always, answered in this session")
                        .memberOf("acme")
                        .chose("acme")
                        .always()
                        .then(on("id-acme")),

                // Not intercepted
                when("password").kind(SignInKind.PASSWORD).offers("acme").then(new LeaveAlone()),
                when("enterprise").kind(SignInKind.ENTERPRISE).offers("acme").then(new LeaveAlone()),
                when("passwordless")
                        .kind(SignInKind.PASSWORDLESS)
                        .offers("acme")
                        .then(PAGE),
                when("password, required").kind(SignInKind.PASSWORD).required().then(new LeaveAlone()),
                when("password, after a choice in this session")
                        .kind(SignInKind.PASSWORD)
                        .memberOf("acme")
                        .memberOf("labs")
                        .chose("labs")
                        .then(on("id-labs")),
                when("excluded client").client("admin-cli").offers("acme").then(new LeaveAlone()),
                when("excluded client, required").client("admin-cli").required().then(new LeaveAlone()),
                when("excluded client, switcher asked for")
                        .client("admin-cli")
                        .request(Request.ACTION)
                        .memberOf("acme")
                        .then(PAGE),

                // prompt=none
                when("silent, one membership").silent().memberOf("acme").then(once("id-acme")),
                when("silent, an offer").silent().offers("acme").then(ONCE_WITH_NOTHING),
                when("silent, may create").silent().mayCreate().then(ONCE_WITH_NOTHING),
                when("silent, two memberships")
                        .silent()
                        .memberOf("acme")
                        .memberOf("labs")
                        .then(new InteractionRequired()),
                when("silent, two memberships, one active")
                        .silent()
                        .memberOf("acme")
                        .memberOf("labs")
                        .chose("acme")
                        .then(once("id-acme")),
                when("silent, one membership, went on with none")
                        .silent()
                        .memberOf("acme")
                        .choseNone()
                        .then(new Proceed(new Choice(null), true)),
                when("silent, switcher asked for, names a membership")
                        .silent()
                        .request(Request.ACTION)
                        .hint("acme")
                        .memberOf("acme")
                        .then(new InteractionRequired()),
                when("silent, none and required").silent().required().then(new InteractionRequired()),
                when("silent, always").silent().memberOf("acme").always().then(once("id-acme")),
                when("silent, switcher asked for")
                        .silent()
                        .request(Request.ACTION)
                        .memberOf("acme")
                        .then(new InteractionRequired()),
                when("silent, password")
                        .silent()
                        .kind(SignInKind.PASSWORD)
                        .required()
                        .then(new LeaveAlone()),

                // Hints
                when("scope names a membership")
                        .hint("labs")
                        .memberOf("acme")
                        .memberOf("labs")
                        .then(once("id-labs")),
                when("scope names another than the active one")
                        .hint("labs")
                        .memberOf("acme")
                        .memberOf("labs")
                        .chose("acme")
                        .then(once("id-labs")),
                when("scope names a membership, silent")
                        .hint("labs")
                        .silent()
                        .memberOf("acme")
                        .memberOf("labs")
                        .then(once("id-labs")),
                when("scope names a membership, went on with none")
                        .hint("acme")
                        .memberOf("acme")
                        .choseNone()
                        .then(once("id-acme")),
                when("scope names nothing of this person's, one active")
                        .hint("secret")
                        .memberOf("acme")
                        .chose("acme")
                        .then(ONCE_WITH_NONE),
                when("scope names an offer")
                        .hint("labs")
                        .memberOf("acme")
                        .offers("labs")
                        .then(new Ask("id-labs")),
                when("scope names an offer that was left")
                        .hint("labs")
                        .memberOf("acme")
                        .dismissed("labs")
                        .then(new Ask("id-labs")),
                when("scope names nothing of this person's")
                        .hint("secret")
                        .memberOf("acme")
                        .then(ONCE_WITH_NONE),
                when("scope names a membership, password")
                        .hint("labs")
                        .kind(SignInKind.PASSWORD)
                        .memberOf("labs")
                        .then(new LeaveAlone()),
                when("scope asks for all")
                        .several()
                        .memberOf("acme")
                        .memberOf("labs")
                        .then(ONCE_WITH_NOTHING),
                when("scope asks for all, one active")
                        .several()
                        .memberOf("acme")
                        .memberOf("labs")
                        .chose("acme")
                        .then(ONCE_WITH_NOTHING),
                when("scope asks for all, went on with none")
                        .several()
                        .memberOf("acme")
                        .choseNone()
                        .then(ONCE_WITH_NONE),
                when("scope asks for all, an offer")
                        .several()
                        .memberOf("acme")
                        .offers("labs")
                        .then(PAGE),
                when("select_account, one membership")
                        .request(Request.SELECT)
                        .memberOf("acme")
                        .then(PAGE),
                when("select_account, active")
                        .request(Request.SELECT)
                        .memberOf("acme")
                        .chose("acme")
                        .then(PAGE),
                when("select_account, nothing").request(Request.SELECT).then(PAGE),
                when("select_account, scope names a membership")
                        .request(Request.SELECT)
                        .hint("acme")
                        .memberOf("acme")
                        .then(new Ask("id-acme")),
                when("select_account, password")
                        .request(Request.SELECT)
                        .kind(SignInKind.PASSWORD)
                        .then(new LeaveAlone()),
                when("kc_action")
                        .request(Request.ACTION)
                        .memberOf("acme")
                        .chose("acme")
                        .then(PAGE),
                when("kc_action, password")
                        .request(Request.ACTION)
                        .kind(SignInKind.PASSWORD)
                        .then(PAGE),
                when("kc_action names a membership")
                        .request(Request.ACTION)
                        .hint("labs")
                        .memberOf("acme")
                        .memberOf("labs")
                        .chose("acme")
                        .then(on("id-labs")),
                when("kc_action, and the scope names a membership")
                        .request(Request.ACTION)
                        .hintByScope("labs")
                        .memberOf("acme")
                        .memberOf("labs")
                        .chose("acme")
                        .then(new Ask("id-labs")),
                when("kc_action, and the scope names what is on offer")
                        .request(Request.ACTION)
                        .hintByScope("labs")
                        .memberOf("acme")
                        .offers("labs")
                        .then(new Ask("id-labs")),
                when("kc_action names nothing of this person's")
                        .request(Request.ACTION)
                        .hint("secret")
                        .memberOf("acme")
                        .then(PAGE));
    }

    /** Those of logins that an invitation's mail leads to, which no application asks for. */
    static Stream<Case> byInvitationMail() {
        return Stream.of(
                when("invitation's mail, excluded client")
                        .client("admin-cli")
                        .request(Request.INVITATION)
                        .invitedBy("hooli")
                        .then(PAGE),
                when("invitation's mail, password, passed over before")
                        .kind(SignInKind.PASSWORD)
                        .request(Request.INVITATION)
                        .passedOver("hooli")
                        .then(PAGE),
                when("invitation's mail, used up, excluded client")
                        .client("admin-cli")
                        .request(Request.INVITATION)
                        .offers("acme")
                        .then(new LeaveAlone()),
                when("invitation's mail, used up")
                        .request(Request.INVITATION)
                        .memberOf("hooli")
                        .then(on("id-hooli")));
    }

    /** Those of people whom Keycloak cannot make a member of anything; only a directory has such. */
    static Stream<Case> inadmissible() {
        return Stream.of(
                when("inadmissible").inadmissible().then(new LeaveAlone()),
                when("inadmissible, required").inadmissible().required().then(new LeaveAlone()),
                when("inadmissible, always").inadmissible().always().then(new LeaveAlone()),
                when("inadmissible, silent").inadmissible().silent().required().then(new LeaveAlone()),
                when("inadmissible, matches")
                        .inadmissible()
                        .finds("acme", Verdict.INADMISSIBLE)
                        .then(new LeaveAlone()),
                when("inadmissible, kc_action")
                        .inadmissible()
                        .request(Request.ACTION)
                        .then(new LeaveAlone()),
                when("inadmissible, select_account")
                        .inadmissible()
                        .request(Request.SELECT)
                        .then(new LeaveAlone()),
                when("inadmissible, a member before")
                        .inadmissible()
                        .memberOf("acme")
                        .memberOf("labs")
                        .then(PAGE));
    }

    private static Decision on(String orgId) {
        return new Proceed(new Choice(orgId), false);
    }

    private static Decision once(String orgId) {
        return new Proceed(new Choice(orgId), true);
    }

    private static Case when(String name) {
        return new Case(name);
    }

    /** A case, with a social login by somebody without anything where it says nothing else. */
    public static final class Case {

        private final String name;
        private final List<OrganizationRef> memberships = new ArrayList<>();
        private final List<Candidate> candidates = new ArrayList<>();
        private final List<Invitation> invitations = new ArrayList<>();
        private SignInKind kind = SignInKind.SOCIAL;
        private String client = "app";
        private Request request = Request.NONE;
        private String hint;
        private boolean hintByScope;
        private boolean several;
        private boolean silent;
        private Choice choice;
        private boolean admissible = true;
        private boolean mayCreate;
        private boolean skipped;
        private boolean untold;
        private boolean required;
        private Show show = Show.WHEN_NEEDED;
        private Decision expected;

        private Case(String name) {
            this.name = name;
        }

        Case memberOf(String alias) {
            memberships.add(new OrganizationRef("id-" + alias, alias, alias));
            return this;
        }

        Case finds(String alias, Verdict verdict) {
            candidates.add(candidate(alias, verdict, false));
            return this;
        }

        private static Candidate candidate(String alias, Verdict verdict, boolean dismissed) {
            return new Candidate(
                    "id-" + alias,
                    alias,
                    alias,
                    "acme.example",
                    new Ruling(JoinMode.SUGGEST, false),
                    verdict,
                    dismissed,
                    false,
                    null);
        }

        Case offers(String alias) {
            return finds(alias, Verdict.OFFERED);
        }

        Case dismissed(String alias) {
            candidates.add(candidate(alias, Verdict.OFFERED, true));
            return this;
        }

        Case invitedBy(String alias) {
            return invitedBy(alias, true, false);
        }

        Case passedOver(String alias) {
            return invitedBy(alias, true, true);
        }

        Case invitedByFull(String alias) {
            return invitedBy(alias, false, false);
        }

        private Case invitedBy(String alias, boolean seatLeft, boolean dismissed) {
            OrganizationRef organization = new OrganizationRef("id-" + alias, alias, alias);
            invitations.add(new Invitation("invitation-" + alias, organization, Instant.MAX, seatLeft, dismissed));
            return this;
        }

        Case kind(SignInKind value) {
            kind = value;
            return this;
        }

        Case client(String value) {
            client = value;
            return this;
        }

        Case request(Request value) {
            request = value;
            return this;
        }

        Case hint(String alias) {
            hint = alias;
            hintByScope = request != Request.ACTION;
            return this;
        }

        Case hintByScope(String alias) {
            hint = alias;
            hintByScope = true;
            return this;
        }

        Case several() {
            several = true;
            return this;
        }

        Case silent() {
            silent = true;
            return this;
        }

        Case hidden() {
            return finds("hidden", Verdict.EMAIL_NOT_VERIFIED);
        }

        Case chose(String alias) {
            choice = new Choice("id-" + alias);
            return this;
        }

        Case choseNone() {
            choice = new Choice(null);
            return this;
        }

        Case inadmissible() {
            admissible = false;
            return this;
        }

        Case mayCreate() {
            mayCreate = true;
            return this;
        }

        Case skipped() {
            skipped = true;
            return this;
        }

        Case untold() {
            untold = true;
            return this;
        }

        Case required() {
            required = true;
            return this;
        }

        Case always() {
            show = Show.ALWAYS;
            return this;
        }

        Case then(Decision decision) {
            expected = decision;
            return this;
        }

        public SignIn signIn() {
            return new SignIn(kind, client, request, hint, hintByScope, several, silent, false);
        }

        public Standing standing() {
            return new Standing(
                    memberships, false, candidates, choice, admissible, mayCreate, skipped, untold, invitations);
        }

        public SwitcherSettings settings() {
            return new SwitcherSettings(
                    Set.of(SignInKind.SOCIAL, SignInKind.PASSWORDLESS), show, required, Set.of("admin-cli"));
        }

        public Decision expected() {
            return expected;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
