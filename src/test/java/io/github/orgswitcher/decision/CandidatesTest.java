package io.github.orgswitcher.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CandidatesTest {

    private static final List<String> PATTERNS = List.of("eng.acme.com", "*.eng.acme.com", "*.acme.com");

    private static final Instant ENDED = Instant.ofEpochSecond(1_000);

    private static final Terms SUGGEST = new Terms(JoinMode.SUGGEST, null, Set.of(), false);

    @Test
    void theMostSpecificDomainWins() {
        assertThat(candidates(match("*.acme.com"), match("eng.acme.com"), match("*.eng.acme.com")))
                .extracting(Candidate::domain)
                .containsExactly("eng.acme.com");
    }

    @Test
    void aDomainThatDoesNotCountGivesWayToOneThatDoes() {
        Terms proven = new Terms(JoinMode.SUGGEST, null, Set.of(), true);
        Match specific = new Row().domain("eng.acme.com").terms(proven).match();
        Match verified = new Row().domain("*.acme.com").terms(proven).verified().match();
        assertThat(candidates(specific, verified))
                .extracting(Candidate::domain, Candidate::verdict)
                .containsExactly(tuple("*.acme.com", Verdict.OFFERED));
    }

    @Test
    void whatAnOrganizationClaimsGivesWayToWhatTheRealmAllows() {
        Match claimed = new Row().domain("eng.acme.com").claimed().match();
        assertThat(candidates(claimed, match("*.acme.com")))
                .extracting(Candidate::domain, Candidate::verdict)
                .containsExactly(tuple("*.acme.com", Verdict.OFFERED));
    }

    /**
     * Which of two domains decides, and what: the specific one, unless it neither opens nor says anything. What has a word of its own
     * and is not proven opens nothing, and nothing less specific speaks for it.
     */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,         opens,   -,         eng.acme.com, OFFERED",
                "-,         opens,   AUTOMATIC, eng.acme.com, OFFERED",
                "REQUEST,   opens,   -,         eng.acme.com, REQUESTABLE",
                "REQUEST,   opens,   AUTOMATIC, eng.acme.com, REQUESTABLE",
                "AUTOMATIC, opens,   REQUEST,   eng.acme.com, AUTOMATIC",
                "DISABLED,  opens,   AUTOMATIC, eng.acme.com, DISABLED",
                "-,         claimed, AUTOMATIC, *.acme.com,   AUTOMATIC",
                "-,         claimed, DISABLED,  *.acme.com,   DISABLED",
                "REQUEST,   claimed, AUTOMATIC, eng.acme.com, DOMAIN_NEEDS_PROOF",
                "AUTOMATIC, claimed, REQUEST,   eng.acme.com, DOMAIN_NEEDS_PROOF",
                "DISABLED,  claimed, AUTOMATIC, eng.acme.com, DISABLED",
                "GROUPS,    claimed, AUTOMATIC, eng.acme.com, DOMAIN_NEEDS_PROOF",
                "GROUPS,    opens,   AUTOMATIC, eng.acme.com, OFFERED"
            })
    void theMostSpecificDomainThatOpensOrHasAWordDecides(
            @Nullable String word, String proof, @Nullable String general, String decides, Verdict verdict) {
        Row specific = new Row().domain("eng.acme.com").says(word);
        Row wildcard = new Row().domain("*.acme.com").says(general);

        assertThat(candidates(
                        wildcard.match(),
                        proof.equals("claimed") ? specific.claimed().match() : specific.match()))
                .extracting(Candidate::domain, Candidate::verdict)
                .containsExactly(tuple(decides, verdict));
    }

    /** Until the organization has proven the domain. */
    @ParameterizedTest
    @CsvSource({
        "REALM,       false, AUTOMATIC, AUTOMATIC",
        "AFFILIATION, false, AUTOMATIC, OFFERED",
        "AFFILIATION, true,  AUTOMATIC, AUTOMATIC",
        "CLAIM,       true,  AUTOMATIC, AUTOMATIC",
        "AFFILIATION, false, REQUEST,   REQUESTABLE",
        "AFFILIATION, false, DISABLED,  DISABLED"
    })
    void affiliationJoinsNobodyUnasked(Backing backing, boolean proven, JoinMode mode, Verdict verdict) {
        Row row = new Row().by(backing).terms(new Terms(mode, null, Set.of(), false));

        assertThat(candidates(proven ? row.proven().match() : row.match()))
                .extracting(Candidate::verdict)
                .containsExactly(verdict);
        Match said = new Row().by(backing).says(mode.name()).match();
        assertThat(candidates(proven ? said.proven(true, false) : said))
                .as("whoever has said so")
                .extracting(Candidate::verdict)
                .containsExactly(verdict);
    }

    /** However specific it is, what an organization says of itself is no exception from what administrators have set. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "AFFILIATION, -,        REQUEST,  *.acme.com,   REQUESTABLE",
                "AFFILIATION, -,        DISABLED, *.acme.com,   DISABLED",
                "AFFILIATION, -,        GROUPS,   *.acme.com,   OFFERED",
                "AFFILIATION, -,        -,        *.acme.com,   OFFERED",
                "AFFILIATION, REQUEST,  -,        eng.acme.com, REQUESTABLE",
                "CLAIM,       DISABLED, -,        eng.acme.com, DISABLED",
                "REALM,       -,        REQUEST,  eng.acme.com, OFFERED"
            })
    void whatAnOrganizationSaysOfItselfGivesWay(
            Backing backing, @Nullable String word, @Nullable String general, String decides, Verdict verdict) {
        Row specific = new Row().domain("eng.acme.com").by(backing).says(word);

        assertThat(candidates(
                        specific.match(),
                        new Row().domain("*.acme.com").says(general).match()))
                .extracting(Candidate::domain, Candidate::verdict)
                .containsExactly(tuple(decides, verdict));
        assertThat(candidates(
                        specific.proven().match(),
                        new Row().domain("*.acme.com").says(general).proven().match()))
                .as("a proof of the domain takes nothing back")
                .extracting(Candidate::domain)
                .containsExactly(decides);
    }

    @Test
    void whoseModeDecidesIsKept() {
        assertThat(candidates(
                        new Row().organization("1", "A").says("REQUEST").match(),
                        new Row().organization("2", "B").says("GROUPS").match()))
                .extracting(Candidate::ruling)
                .containsExactly(new Ruling(JoinMode.REQUEST, true), new Ruling(JoinMode.SUGGEST, false));
    }

    @Test
    void whereNoDomainCountsTheMostSpecificOneSaysWhy() {
        Match claimed = new Row().domain("*.eng.acme.com").claimed().match();
        Match alsoClaimed = new Row().domain("*.acme.com").claimed().match();
        assertThat(candidates(alsoClaimed, claimed))
                .extracting(Candidate::domain, Candidate::verdict)
                .containsExactly(tuple("*.eng.acme.com", Verdict.DOMAIN_NEEDS_PROOF));
    }

    @Test
    void eachOrganizationIsOneCandidateInTheOrderOfTheMatches() {
        Match globex = new Row().organization("2", "Globex").match();
        Match acme = new Row().organization("1", "acme").match();
        assertThat(candidates(globex, acme, globex)).extracting(Candidate::name).containsExactly("Globex", "acme");
    }

    @ParameterizedTest
    @CsvSource({"4, OFFERED", "5, SEATS_FULL", "6, SEATS_FULL"})
    void theLastSeatIsFreeUntilItIsTaken(long members, Verdict verdict) {
        Terms five = new Terms(JoinMode.SUGGEST, 5, Set.of(), false);
        assertThat(candidates(new Row().terms(five).members(members).match()))
                .extracting(Candidate::verdict)
                .containsExactly(verdict);
    }

    @Test
    void noLimitAsksForNoCount() {
        assertThat(SUGGEST.seatLeft(() -> {
                    throw new AssertionError("counted");
                }))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Seen.class)
    void whoAskedHasNotDismissed(Seen seen) {
        assertThat(candidates(new Row().status(seen.status).match()))
                .extracting(Candidate::dismissed)
                .containsExactly(seen.dismissed);
    }

    private enum Seen {
        NEVER_MET(null, false),
        DISMISSED(EnrollmentStatus.DISMISSED, true),
        REQUESTED(EnrollmentStatus.REQUESTED, false),
        DENIED(EnrollmentStatus.DENIED, true),
        JOINED(EnrollmentStatus.JOINED, true),
        LEFT(EnrollmentStatus.LEFT, true);

        private final @Nullable EnrollmentStatus status;
        private final boolean dismissed;

        Seen(@Nullable EnrollmentStatus status, boolean dismissed) {
            this.status = status;
            this.dismissed = dismissed;
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "any",
            value = {"SOCIAL, OFFERED", "PASSWORD, SIGN_IN_KIND", "any, OFFERED"})
    void onlyTheKindsOfSignInThatAreNamedOpen(@Nullable SignInKind kind, Verdict verdict) {
        Terms social = new Terms(JoinMode.SUGGEST, null, Set.of(SignInKind.SOCIAL), false);
        assertThat(of(kind, Reach.EVERYWHERE, new Row().terms(social).match()))
                .extracting(Candidate::verdict)
                .containsExactly(verdict);
    }

    @Test
    void membershipAndReachAreThoseOfTheOrganization() {
        Match one = new Row().organization("1", "A").member().match();
        Match two = new Row().organization("2", "B").match();
        Match three = new Row().organization("3", "C").match();
        assertThat(of(SignInKind.SOCIAL, Reach.of(false, Set.of("1", "2"), true), one, two, three))
                .extracting(Candidate::verdict)
                .containsExactly(Verdict.MEMBER, Verdict.OFFERED, Verdict.PROOF_ELSEWHERE);
    }

    /** Whoever was turned down may ask again in time, and no more than ask. */
    @ParameterizedTest
    @CsvSource({
        "REQUEST,   DENIED,    999,  REQUESTABLE",
        "REQUEST,   DENIED,    1000, REQUESTABLE",
        "REQUEST,   DENIED,    1001, DENIED",
        "SUGGEST,   DENIED,    999,  DENIED",
        "AUTOMATIC, DENIED,    999,  DENIED",
        "DISABLED,  DENIED,    999,  DISABLED",
        "REQUEST,   REQUESTED, 999,  REQUESTED",
        "AUTOMATIC, LEFT,      999,  OFFERED",
    })
    void denialsComeToTheirEnd(JoinMode mode, EnrollmentStatus status, long since, Verdict verdict) {
        Terms terms = new Terms(mode, null, Set.of(), false);
        assertThat(candidates(new Row()
                        .terms(terms)
                        .status(status)
                        .since(Instant.ofEpochSecond(since))
                        .match()))
                .singleElement()
                .satisfies(candidate -> {
                    assertThat(candidate.verdict()).isEqualTo(verdict);
                    assertThat(candidate.dismissed()).as("is not new").isEqualTo(status != EnrollmentStatus.REQUESTED);
                });
    }

    @Test
    void fullOrganizationIsNotAskedAgain() {
        Terms one = new Terms(JoinMode.REQUEST, 1, Set.of(), false);
        assertThat(candidates(new Row()
                        .terms(one)
                        .members(1)
                        .status(EnrollmentStatus.DENIED)
                        .since(ENDED)
                        .match()))
                .extracting(Candidate::verdict)
                .containsExactly(Verdict.SEATS_FULL);
    }

    private static Match match(String domain) {
        return new Row().domain(domain).match();
    }

    private static List<Candidate> candidates(Match... matches) {
        return of(SignInKind.SOCIAL, Reach.EVERYWHERE, matches);
    }

    private static List<Candidate> of(@Nullable SignInKind kind, Reach reach, Match... matches) {
        return new Candidates(PATTERNS, true, true, reach, ProvenDomains.PROTECT, kind, ENDED).of(List.of(matches));
    }

    /** A match that is offered, but for what a test says of it. */
    private static final class Row {

        private String orgId = "1";
        private String name = "Acme";
        private String domain = "eng.acme.com";
        private boolean verified;
        private Backing backing = Backing.REALM;
        private boolean proven;
        private OwnWord word = OwnWord.NONE;
        private Terms terms = SUGGEST;
        private boolean member;
        private long members;
        private @Nullable EnrollmentStatus status;
        private @Nullable Instant since;

        Row organization(String id, String itsName) {
            this.orgId = id;
            this.name = itsName;
            return this;
        }

        Row domain(String value) {
            this.domain = value;
            return this;
        }

        Row verified() {
            this.verified = true;
            return this;
        }

        Row claimed() {
            return by(Backing.CLAIM);
        }

        Row by(Backing value) {
            this.backing = value;
            return this;
        }

        Row proven() {
            this.proven = true;
            return this;
        }

        /** A join mode, or groups, or nothing. */
        Row says(@Nullable String value) {
            if (value == null) {
                return this;
            }
            if (value.equals("GROUPS")) {
                this.word = OwnWord.SOME;
                return this;
            }
            this.word = OwnWord.JOIN_MODE;
            return terms(new Terms(JoinMode.valueOf(value), null, Set.of(), false));
        }

        Row terms(Terms value) {
            this.terms = value;
            return this;
        }

        Row member() {
            this.member = true;
            return this;
        }

        Row members(long value) {
            this.members = value;
            return this;
        }

        Row status(@Nullable EnrollmentStatus value) {
            this.status = value;
            return this;
        }

        Row since(Instant value) {
            this.since = value;
            return this;
        }

        Match match() {
            return new Match(
                    orgId, name, name, true, domain, verified, backing, word, proven, false, terms, member, members,
                    status, since, null);
        }
    }
}
