package io.github.orgswitcher.store.jpa;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.decision.Candidate;
import io.github.orgswitcher.decision.Candidates;
import io.github.orgswitcher.decision.Match;
import io.github.orgswitcher.decision.ProvenDomains;
import io.github.orgswitcher.decision.Reach;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.Asked;
import io.github.orgswitcher.store.Found;
import io.github.orgswitcher.store.Paging;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The database and {@link Verdict} say the same of thousands of organizations: combinations of all that a verdict looks at, in a
 * realm where nobody has proven the domain, and in one where some have.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OpeningIT {

    private static final String PERSON = "person";
    private static final EmailDomain DOMAIN =
            EmailAddress.onRecord("someone@eng.acme.example").orElseThrow().domain();
    /** Denials up to this time have come to their end. */
    private static final Instant ENDED = Instant.ofEpochMilli(1_000);

    /** The rank of what is not on offer; what is not asked has one behind it. */
    private static final int CLOSED = 4;

    private static final int ALL = 100_000;
    private static final Map<String, Integer> SIZES =
            Map.of("unproven", 3_780, "proven", 1_260, "worded", 1_920, "worded-proven", 1_920);

    /** What says no whatever the proofs are is combined with the rest only where nobody has proven the domain. */
    private static final String COMBINATIONS = """
            CREATE TABLE combination AS
            SELECT 'o' || row_number() OVER () || '-' || realm AS org, 'g' || row_number() OVER () || '-' || realm AS grp, c.*
              FROM (SELECT realm, enabled, member, mode, backing, verified, strict, kind, history, seats
                      FROM (VALUES ('unproven'), ('proven')) r(realm),
                           (VALUES (true), (false)) e(enabled), (VALUES (true), (false)) m(member),
                           (VALUES (NULL), ('DISABLED'), ('SUGGEST'), ('REQUEST'), ('AUTOMATIC')) j(mode),
                           (VALUES ('REALM'), ('AFFILIATION'), ('CLAIM')) c(backing), (VALUES ('VERIFIED'), ('LAPSED')) v(verified),
                           (VALUES (true), (NULL)) s(strict),
                           (VALUES (NULL), (E'ENTERPRISE\\nSOCIAL'), (E'PASSWORDLESS')) k(kind),
                           (VALUES (NULL), ('DISMISSED'), ('REQUESTED'), ('DENIED'), ('ENDED'), ('JOINED'), ('LEFT')) h(history),
                           (VALUES (NULL), (2), (1)) l(seats)
                     WHERE CASE realm WHEN 'unproven' THEN verified <> 'VERIFIED' AND (kind IS NULL OR enabled AND NOT member)
                                      ELSE kind IS NULL AND enabled AND NOT member END) c;
            INSERT INTO org (id, realm_id, alias, name, enabled, group_id)
            SELECT org, realm, org, 'Name ' || org, enabled, grp FROM combination;
            INSERT INTO orgsw_allowed_domain
                   (id, realm_id, org_id, domain, search_name, source, verification, verification_token, created_at, backing)
            SELECT org, realm, org, 'eng.acme.example', '', 'API', verified, '', 0, backing FROM combination;
            INSERT INTO orgsw_allowed_domain
                   (id, realm_id, org_id, domain, search_name, source, verification, verification_token, created_at, backing)
            SELECT org || '-2', realm, org, '*.acme.example', '', 'ATTRIBUTE', 'LAPSED', '', 0, CASE backing WHEN 'REALM' THEN 'CLAIM' ELSE 'REALM' END
              FROM combination WHERE seats = 2;
            INSERT INTO orgsw_join_policy (org_id, source, realm_id, join_mode, max_members, sign_in_kinds)
            SELECT org, 'API', realm, CASE WHEN kind IS NULL THEN 'DISABLED' ELSE mode END, seats, kind FROM combination;
            INSERT INTO orgsw_join_policy (org_id, source, realm_id, join_mode, require_verified_domain)
            SELECT org, 'ATTRIBUTE', realm, coalesce(mode, 'SUGGEST'), strict FROM combination WHERE kind IS NULL OR strict;
            CREATE TABLE worded AS
            SELECT 'w' || row_number() OVER () || '-' || realm AS org, 'wg' || row_number() OVER () || '-' || realm AS grp, c.*
              FROM (SELECT realm, api, declared, source, word, backing, strict, wide, history
                      FROM (VALUES ('worded'), ('worded-proven')) r(realm), (VALUES ('DISABLED'), ('AUTOMATIC')) a(api),
                           (VALUES (NULL), ('REQUEST')) t(declared), (VALUES ('API'), ('ATTRIBUTE')) o(source),
                           (VALUES (NULL), ('DISABLED'), ('REQUEST'), ('AUTOMATIC'), ('GROUPS')) w(word),
                           (VALUES ('REALM'), ('AFFILIATION'), ('CLAIM')) c(backing), (VALUES (true), (NULL)) s(strict),
                           (VALUES (NULL), ('NOTHING'), ('REQUEST'), ('AUTOMATIC')) x(wide),
                           (VALUES (NULL), ('ENDED')) h(history)) c;
            INSERT INTO org (id, realm_id, alias, name, enabled, group_id)
            SELECT org, realm, org, 'Name ' || org, true, grp FROM worded;
            INSERT INTO orgsw_allowed_domain
                   (id, realm_id, org_id, domain, search_name, source, verification, verification_token, created_at, backing,
                    join_mode, default_groups)
            SELECT org, realm, org, 'eng.acme.example', '', source, 'LAPSED', '', 0, backing, NULLIF(word, 'GROUPS'),
                   CASE word WHEN 'GROUPS' THEN '/staff' END
              FROM worded;
            INSERT INTO orgsw_allowed_domain
                   (id, realm_id, org_id, domain, search_name, source, verification, verification_token, created_at, backing,
                    join_mode)
            SELECT org || '-2', realm, org, CASE source WHEN 'API' THEN '*.acme.example' ELSE '*.eng.acme.example' END, '', 'API',
                   CASE realm WHEN 'worded' THEN 'LAPSED' ELSE 'VERIFIED' END, '', 0, 'REALM', NULLIF(wide, 'NOTHING')
              FROM worded WHERE wide IS NOT NULL;
            INSERT INTO orgsw_join_policy (org_id, source, realm_id, join_mode)
            SELECT org, 'API', realm, api FROM worded;
            INSERT INTO orgsw_join_policy (org_id, source, realm_id, join_mode, require_verified_domain)
            SELECT org, 'ATTRIBUTE', realm, declared, strict FROM worded WHERE declared IS NOT NULL OR strict;
            INSERT INTO orgsw_enrollment (org_id, user_id, realm_id, status, created_at, updated_at)
            SELECT org, 'person', realm, 'DENIED', 0, 1000 FROM worded WHERE history = 'ENDED';
            INSERT INTO orgsw_enrollment (org_id, user_id, realm_id, status, created_at, updated_at)
            SELECT org, 'person', realm, CASE history WHEN 'ENDED' THEN 'DENIED' ELSE history END, 0,
                   CASE history WHEN 'DENIED' THEN 1001 ELSE 1000 END
              FROM combination WHERE history IS NOT NULL;
            INSERT INTO orgsw_enrollment (org_id, user_id, realm_id, status, method, created_at, updated_at)
            SELECT org, CASE WHEN enabled THEN 'maker' ELSE '-' END, realm, 'LEFT', 'CREATOR', 0, 0 FROM combination WHERE seats = 2;
            INSERT INTO user_group_membership (group_id, user_id, membership_type)
            SELECT grp, 'person', 'UNMANAGED' FROM combination WHERE member;
            INSERT INTO user_group_membership (group_id, user_id, membership_type)
            SELECT grp, 'another', 'UNMANAGED' FROM combination;
            CREATE INDEX ON orgsw_allowed_domain (realm_id, domain, org_id);
            CREATE INDEX ON user_group_membership (group_id, user_id);
            CREATE INDEX ON orgsw_enrollment (org_id, user_id);
            ANALYZE
            """;

    private EmbeddedPostgres postgres;
    private SessionFactory sessions;

    @BeforeAll
    void makeEveryCombination(@TempDir Path directory) throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("data"))
                .setServerConfig("fsync", "off")
                .setServerConfig("jit", "off")
                .start();
        MetadataSources entities = new MetadataSources(new StandardServiceRegistryBuilder()
                .applySetting("jakarta.persistence.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"))
                .applySetting("jakarta.persistence.jdbc.user", "postgres")
                .applySetting("jakarta.persistence.schema-generation.database.action", "create")
                .build());
        keycloaks().forEach(entities::addAnnotatedClassName);
        ours().forEach(entities::addAnnotatedClass);
        sessions = entities.buildMetadata().buildSessionFactory();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            // The rows of users and groups are not looked at.
            statement.execute("SET session_replication_role = replica");
            statement.execute(COMBINATIONS);
        }
    }

    @AfterAll
    void stop() throws IOException {
        if (sessions != null) {
            sessions.close();
        }
        postgres.close();
    }

    @ParameterizedTest
    @EnumSource
    void databaseAndVerdictSayTheSame(ProvenDomains rule) {
        SIZES.forEach((realm, organizations) -> {
            List<Tuple> rows = everything(realm, rule);
            List<Candidate> candidates = candidates(rows, rule);
            assertThat(candidates).hasSize(organizations);
            assertDecisiveComeFirst(rows, candidates);
            assertOffersAreThoseThatOpen(realm, rule, candidates);
        });
    }

    /** What a login decides on is the beginning of it all. */
    private static void assertDecisiveComeFirst(List<Tuple> rows, List<Candidate> candidates) {
        Map<String, Integer> ranks = rows.stream()
                .collect(
                        toMap(row -> row.get("orgId", String.class), row -> row.get("rank", Integer.class), Math::min));
        assertThat(candidates).allSatisfy(candidate -> assertThat(ranks.get(candidate.orgId()))
                .as("%s", candidate)
                .isEqualTo(rank(candidate)));
        Map<String, String> deciding = candidates.stream().collect(toMap(Candidate::orgId, Candidate::domain));
        assertThat(rows.stream().filter(row -> row.get("rank", Integer.class) < CLOSED))
                .as("no other domain of an organization speaks for the one that decides")
                .allSatisfy(row -> assertThat(row.get("domain", String.class))
                        .isEqualTo(deciding.get(row.get("orgId", String.class))));
    }

    private void assertOffersAreThoseThatOpen(String realm, ProvenDomains rule, List<Candidate> candidates) {
        Set<String> open = candidates.stream()
                .filter(candidate -> candidate.verdict().opens())
                .map(Candidate::orgId)
                .collect(toSet());

        Found<Match> offers = ask(session -> new JpaStandings(new RealmQueries(session, realm))
                .offers(asked(rule), Reach.EVERYWHERE, new Paging(List.of(), 0, ALL)));

        assertThat(offers.rows().stream().map(Match::orgId).collect(toSet())).isEqualTo(open);
        assertThat(offers.total()).isEqualTo(open.size());
        assertThat(judged(offers.rows(), rule))
                .allMatch(candidate -> candidate.verdict().opens())
                .as("what administrators made first, and what is to be joined before what is to be asked")
                .isSortedAccordingTo(Comparator.<Candidate, Boolean>comparing(candidate -> candidate.maker() != null)
                        .thenComparing(candidate -> candidate.verdict() == Verdict.REQUESTABLE));
        assertThat(offers.rows()).allSatisfy(offer -> assertThat(offer.maker() != null)
                .as("%s", offer)
                .isEqualTo(Objects.equals(offer.terms().maxMembers(), 2)));
    }

    private static int rank(Candidate candidate) {
        if (candidate.verdict() == Verdict.AUTOMATIC) {
            return 0;
        }
        if (candidate.verdict() == Verdict.REQUESTED) {
            return 2;
        }
        return !candidate.verdict().opens() ? CLOSED : candidate.dismissed() ? 3 : 1;
    }

    /** Every row, with the rank that the database gives it. */
    private List<Tuple> everything(String realm, ProvenDomains rule) {
        Opening opening = new Opening(rule, Membership.LOCAL);
        String query = """
                select %s, %s as rank
                  from AllowedDomainEntity d join OrganizationEntity o on o.id = d.orgId and o.realmId = d.realmId
                  %s
                 where d.realmId = :realm and d.domain in (:patterns)
                """.formatted(
                MatchRow.columns(Membership.LOCAL.isMember(), opening.members()), opening.rank(), Opening.JOINS);
        return ask(session -> new MatchParameters(session, realm, asked(rule))
                .query(query, Tuple.class)
                .getResultList());
    }

    private static List<Candidate> candidates(List<Tuple> rows, ProvenDomains rule) {
        return judged(rows.stream().flatMap(row -> MatchRow.match(row).stream()).toList(), rule);
    }

    private static List<Candidate> judged(List<Match> matches, ProvenDomains rule) {
        return new Candidates(
                        DomainPattern.matching(DOMAIN), true, true, Reach.EVERYWHERE, rule, SignInKind.SOCIAL, ENDED)
                .of(matches);
    }

    private static Asked asked(ProvenDomains rule) {
        return new Asked(PERSON, DOMAIN, SignInKind.SOCIAL, rule, ENDED, null, null);
    }

    private <T> T ask(Function<EntityManager, T> question) {
        return sessions.fromTransaction(question::apply);
    }

    private static Stream<Class<?>> ours() {
        return Stream.of(
                AllowedDomainEntity.class,
                MarkedDomainEntity.class,
                JoinPolicyEntity.class,
                EnrollmentEntity.class,
                PersonEntity.class,
                LastUsedEntity.class,
                SettingsEntity.class);
    }

    private static Stream<String> keycloaks() throws IOException {
        try (InputStream units = OpeningIT.class.getClassLoader().getResourceAsStream("default-persistence.xml")) {
            String text = new String(Objects.requireNonNull(units).readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("<class>(.*?)</class>")
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1).strip());
        }
    }
}
