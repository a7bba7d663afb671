package io.github.orgswitcher.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.decision.Decision.Ask;
import io.github.orgswitcher.decision.Decision.InteractionRequired;
import io.github.orgswitcher.decision.Decision.LeaveAlone;
import io.github.orgswitcher.decision.Decision.Proceed;
import io.github.orgswitcher.decision.SignIn.Request;
import io.github.orgswitcher.decision.Standing.Choice;
import io.github.orgswitcher.decision.Standing.Membership;
import io.github.orgswitcher.decision.Standing.Offer;
import io.github.orgswitcher.decision.SwitcherSettings.Show;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of cases: what a person is, what the application asks, what the admin has set, and what follows. */
class DecisionTest {

    private static final Decision PAGE = new Ask(null);
    private static final Decision ON_WITH_NONE = new Proceed(null);

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void decides(Case testCase) {
        assertThat(Decision.of(testCase.signIn(), testCase.standing(), testCase.settings()))
                .isEqualTo(testCase.expected);
    }

    static Stream<Case> cases() {
        return Stream.of(
                // Nobody's member
                when("no match, creation off").then(ON_WITH_NONE),
                when("no match, may create").mayCreate().then(PAGE),
                when("no match, may create, skipped before")
                        .mayCreate()
                        .skipped()
                        .then(ON_WITH_NONE),
                when("no match, membership required").required().then(PAGE),
                when("no match, membership required, skipped before")
                        .required()
                        .skipped()
                        .then(PAGE),
                when("one match").offers("acme").then(PAGE),
                when("one match, seen and left").dismissed("acme").then(ON_WITH_NONE),
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
                        .then(ON_WITH_NONE),

                // A member of one
                when("one membership").memberOf("acme").then(new Proceed("id-acme")),
                when("one membership, may create").memberOf("acme").mayCreate().then(new Proceed("id-acme")),
                when("one membership and an offer")
                        .memberOf("acme")
                        .offers("labs")
                        .then(PAGE),
                when("one membership, offer left")
                        .memberOf("acme")
                        .dismissed("labs")
                        .then(new Proceed("id-acme")),
                when("one membership, required").memberOf("acme").required().then(new Proceed("id-acme")),
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
                        .then(new Proceed("id-labs")),
                when("two memberships, went on with none")
                        .memberOf("acme")
                        .memberOf("labs")
                        .choseNone()
                        .then(ON_WITH_NONE),
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
                when("the only active one is gone").chose("gone").then(ON_WITH_NONE),

                // Show always
                when("always, nothing to choose").always().then(PAGE),
                when("always, one membership").memberOf("acme").always().then(PAGE),
                when("always, answered in this session")
                        .memberOf("acme")
                        .chose("acme")
                        .always()
                        .then(new Proceed("id-acme")),

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
                        .then(new Proceed("id-labs")),
                when("excluded client").client("admin-cli").offers("acme").then(new LeaveAlone()),
                when("excluded client, required").client("admin-cli").required().then(new LeaveAlone()),
                when("excluded client, switcher asked for")
                        .client("admin-cli")
                        .request(Request.ACTION)
                        .memberOf("acme")
                        .then(PAGE),

                // prompt=none
                when("silent, one membership").silent().memberOf("acme").then(new Proceed("id-acme")),
                when("silent, an offer").silent().offers("acme").then(ON_WITH_NONE),
                when("silent, may create").silent().mayCreate().then(ON_WITH_NONE),
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
                        .then(new Proceed("id-acme")),
                when("silent, none and required").silent().required().then(new InteractionRequired()),
                when("silent, always").silent().memberOf("acme").always().then(new Proceed("id-acme")),
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
                        .then(new Proceed("id-labs")),
                when("scope names another than the active one")
                        .hint("labs")
                        .memberOf("acme")
                        .memberOf("labs")
                        .chose("acme")
                        .then(new Proceed("id-labs")),
                when("scope names a membership, silent")
                        .hint("labs")
                        .silent()
                        .memberOf("acme")
                        .memberOf("labs")
                        .then(new Proceed("id-labs")),
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
                        .then(new Proceed("id-acme")),
                when("scope names a membership, password")
                        .hint("labs")
                        .kind(SignInKind.PASSWORD)
                        .memberOf("labs")
                        .then(new LeaveAlone()),
                when("scope asks for all")
                        .request(Request.ALL_ORGANIZATIONS)
                        .memberOf("acme")
                        .memberOf("labs")
                        .then(ON_WITH_NONE),
                when("scope asks for all, an offer")
                        .request(Request.ALL_ORGANIZATIONS)
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
                        .then(new Proceed("id-labs")),
                when("kc_action names nothing of this person's")
                        .request(Request.ACTION)
                        .hint("secret")
                        .memberOf("acme")
                        .then(PAGE));
    }

    private static Case when(String name) {
        return new Case(name);
    }

    /** A case, with a social login by somebody without anything where it says nothing else. */
    static final class Case {

        private final String name;
        private final List<Membership> memberships = new ArrayList<>();
        private final List<Offer> offers = new ArrayList<>();
        private SignInKind kind = SignInKind.SOCIAL;
        private String client = "app";
        private Request request = Request.NONE;
        private String hint;
        private boolean silent;
        private boolean hidden;
        private Choice choice;
        private boolean mayCreate;
        private boolean skipped;
        private boolean required;
        private Show show = Show.WHEN_NEEDED;
        private Decision expected;

        private Case(String name) {
            this.name = name;
        }

        Case memberOf(String alias) {
            memberships.add(new Membership("id-" + alias, alias, alias));
            return this;
        }

        Case offers(String alias) {
            offers.add(new Offer("id-" + alias, alias, alias, "acme.example", false));
            return this;
        }

        Case dismissed(String alias) {
            offers.add(new Offer("id-" + alias, alias, alias, "acme.example", true));
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
            return this;
        }

        Case silent() {
            silent = true;
            return this;
        }

        Case hidden() {
            hidden = true;
            return this;
        }

        Case chose(String alias) {
            choice = new Choice("id-" + alias);
            return this;
        }

        Case choseNone() {
            choice = new Choice(null);
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

        SignIn signIn() {
            return new SignIn(kind, client, request, hint, silent);
        }

        Standing standing() {
            return new Standing(memberships, offers, hidden, choice, mayCreate, skipped);
        }

        SwitcherSettings settings() {
            return new SwitcherSettings(
                    Set.of(SignInKind.SOCIAL, SignInKind.PASSWORDLESS), show, required, Set.of("admin-cli"));
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
