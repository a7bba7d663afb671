package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.decision.Candidate;
import io.github.orgswitcher.decision.Decision;
import io.github.orgswitcher.decision.DecisionTable;
import io.github.orgswitcher.decision.DecisionTable.Case;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.testing.FineGrainedPermissions;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.SqlCount;
import io.github.orgswitcher.testing.TestRealm.Admin;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

/** What the preview says is what the login then does. */
class PreviewIT extends KeycloakSuite {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final String PASSWORDLESS = "passwordless";
    private static final String OTHERS = "browser-org-switcher";

    @BeforeAll
    void switchOnAndMakeFlows() {
        realm().enableRequiredAction("org-switcher", Map.of());
        realm().passwordless();
        realm().browserFlowWith("org-switcher");
    }

    static Stream<Case> cases() {
        return DecisionTable.cases();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void previewAndLoginAgree(Case testCase) throws SQLException {
        SignInKind kind = testCase.signIn().kind();
        realm().bindBrowserFlow(kind == SignInKind.PASSWORDLESS ? PASSWORDLESS : OTHERS);
        CaseSetUp set = new CaseSetUp(realm(), testCase, NUMBER.incrementAndGet());
        set.setUp();

        JsonNode preview = preview(set, kind).json();

        assertThat(preview.path("outcome").asText()).as("%s", preview).isIn(outcomes(testCase.expected()));
        assertThat(preview.has("user")).isEqualTo(set.hasHistory());
        assertThat(texts(preview.path("candidates"), "verdict"))
                .containsExactlyElementsOf(testCase.standing().candidates().stream()
                        .sorted(Comparator.comparing(Candidate::alias))
                        .map(candidate -> candidate.verdict().name())
                        .toList());
        assertThat(texts(preview.path("candidates"), "message")).allMatch(message -> message.endsWith("."));
        OidcClient client = set.login().client();
        Page page = set.login().run(client);
        switch (preview.path("outcome").asText()) {
            case "PAGE" -> assertPage(preview.path("page"), page);
            case "PROCEED" ->
                assertThat(SwitcherSuite.organizations(client, page))
                        .as("%s", preview)
                        .containsExactlyInAnyOrderElementsOf(claim(testCase, set, preview));
            case "INTERACTION_REQUIRED" -> assertThat(page.query()).containsEntry("error", "interaction_required");
            default -> assertThat(page.left()).as("%s%n%s", preview, page).isTrue();
        }
    }

    private RestResponse preview(CaseSetUp set, SignInKind kind) {
        Map<String, String> parameters = new LinkedHashMap<>(set.login().request());
        parameters.put("email", set.email());
        parameters.put("signInKind", kind.name());
        parameters.put("client_id", set.login().clientId());
        parameters.put("activeOrganization", set.activeOrganization());
        return realm().rest().get(path(parameters));
    }

    /** What Keycloak makes of the organization that the login goes on with. */
    private static List<String> claim(Case testCase, CaseSetUp set, JsonNode preview) {
        if (testCase.signIn().several()) {
            return testCase.standing().memberships().stream()
                    .map(membership -> set.alias(membership.alias()))
                    .toList();
        }
        String named = set.login().hintInScope();
        JsonNode organization = preview.path("organization");
        if (organization.isMissingNode()) {
            return List.of();
        }
        String alias = organization.path("alias").asText();
        return named == null || alias.equals(set.alias(named)) ? List.of(alias) : List.of();
    }

    private static void assertPage(JsonNode foreseen, Page page) {
        Switcher switcher = Switcher.on(page);
        assertThat(switcher.memberships()).isEqualTo(aliases(foreseen.path("memberships")));
        assertThat(switcher.invitations())
                .isEqualTo(foreseen.path("invitations").findValuesAsText("alias"));
        assertThat(switcher.offers()).isEqualTo(offers(foreseen, "JOIN"));
        assertThat(switcher.requestable()).isEqualTo(offers(foreseen, "REQUEST"));
        assertThat(switcher.requested()).isEqualTo(aliases(foreseen.path("requests")));
        assertThat(switcher.denials().keySet()).containsExactlyElementsOf(aliases(foreseen.path("denials")));
        assertThat(page.has("#org-switcher-verify"))
                .isEqualTo(foreseen.path("verifyEmail").asBoolean());
        assertThat(switcher.canCreate()).isEqualTo(foreseen.path("mayCreate").asBoolean());
        assertThat(switcher.canSkip()).isEqualTo(foreseen.path("maySkip").asBoolean());
    }

    private static List<String> outcomes(Decision expected) {
        if (expected instanceof Decision.JoinFirst) {
            return List.of("PROCEED", "PAGE");
        }
        if (expected instanceof Decision.LeaveAlone) {
            return List.of("NOT_INTERCEPTED");
        }
        if (expected instanceof Decision.InteractionRequired) {
            return List.of("INTERACTION_REQUIRED");
        }
        return List.of(expected instanceof Decision.Ask ? "PAGE" : "PROCEED");
    }

    @Test
    void nothingIsForeseenWhereTheSwitcherIsOff() {
        realm().enableRequiredAction("org-switcher", Map.of("creation", "ANYONE"));
        RequiredActionProviderRepresentation action = realm().resource().flows().getRequiredAction("org-switcher");
        action.setEnabled(false);
        realm().resource().flows().updateRequiredAction("org-switcher", action);
        try {
            JsonNode preview = preview("olga@off.example", "SOCIAL").json();
            assertThat(preview.path("outcome").asText()).isEqualTo("NOT_INTERCEPTED");
            assertThat(preview.has("page")).isFalse();
            realm().socialUser("olga", "olga@off.example", true);
            OidcClient app = realm().app();
            app.tokens(app.signInSocially(UserAgent.on(server()), "olga"));
        } finally {
            action.setEnabled(true);
            realm().resource().flows().updateRequiredAction("org-switcher", action);
        }
        assertThat(preview("olga@off.example", "SOCIAL").json().path("outcome").asText())
                .isEqualTo("PAGE");
    }

    @Test
    void whoseJoinModeDecidesIsTold() {
        String org = realm().organization("Wonka", "wonka", Map.of());
        for (Map<String, String> domain : List.of(
                Map.of("domain", "*.wonka.example"),
                Map.of("domain", "contractors.wonka.example", "joinMode", "REQUEST"),
                Map.of("domain", "bots.wonka.example", "joinMode", "DISABLED"))) {
            assertThat(realm().rest()
                            .post("org-switcher/organizations/" + org + "/domains", domain)
                            .status())
                    .isEqualTo(201);
        }
        assertThat(decides("new@wonka.example")).isEqualTo("*.wonka.example SUGGEST ORGANIZATION OFFERED");
        assertThat(decides("new@contractors.wonka.example"))
                .isEqualTo("contractors.wonka.example REQUEST DOMAIN REQUESTABLE");
        assertThat(decides("new@bots.wonka.example")).isEqualTo("bots.wonka.example DISABLED DOMAIN DISABLED");
        assertThat(candidate("new@bots.wonka.example").path("message").asText()).contains("bots.wonka.example");
    }

    private String decides(String email) {
        JsonNode candidate = candidate(email);
        return Stream.of("domain", "joinMode", "joinModeOf", "verdict")
                .map(field -> candidate.path(field).asText())
                .collect(Collectors.joining(" "));
    }

    private JsonNode candidate(String email) {
        JsonNode candidates = realm().rest()
                .get(path(Map.of("email", email, "signInKind", "SOCIAL")))
                .json()
                .path("candidates");
        assertThat(candidates).hasSize(1);
        return candidates.path(0);
    }

    @Test
    void candidatesThatAreClosedByTheirAttributesCostNoStatementEach() {
        String preview = "org-switcher/preview?email=x@closed.example";
        long few = statementsOf(preview, 2);
        long many = statementsOf(preview, 5);

        assertThat(many).isEqualTo(few).isPositive();
        assertThat(texts(realm().rest().get(preview).json().path("candidates"), "message"))
                .hasSize(7)
                .allMatch(message -> message.contains("attribute"));
    }

    private long statementsOf(String preview, int more) {
        for (int number = 0; number < more; number++) {
            String alias = "closed-" + NUMBER.incrementAndGet();
            realm().organization(
                            alias,
                            alias,
                            Map.of(
                                    "org-switcher.allowed-domains",
                                    List.of("closed.example REQUEST", "closed..example DISABLED")));
        }
        realm().rest().get(preview);
        return SqlCount.during(server(), () -> realm().rest().get(preview))
                .matching("orgsw_")
                .total();
    }

    @Test
    void publicProviderIsToldAndOpensNothing() {
        JsonNode preview = preview("someone@gmail.com", "SOCIAL").json();
        assertThat(preview.path("domain").asText()).isEqualTo("gmail.com");
        assertThat(preview.path("domainRefusal").path("reason").asText()).isEqualTo("PUBLIC_PROVIDER");
        assertThat(preview.path("domainRefusal").path("message").asText()).contains("gmail.com");
        assertThat(preview.path("candidates")).isEmpty();
    }

    @Test
    void addressThatIsReadInTwoWaysIsToldAndOpensNothing() {
        realm().organization("Fu\u00df", "fuss", Map.of("org-switcher.allowed-domains", List.of("fu\u00df.example")));
        realm().user("mia", "mia@fu\u00df.example");

        JsonNode preview = preview("mia@fu\u00df.example", "SOCIAL").json();

        assertThat(preview.path("domainRefusal").path("reason").asText()).isEqualTo("TWO_READINGS");
        assertThat(preview.path("domainRefusal").path("message").asText()).contains("xn--fu-hia.example");
        assertThat(preview.path("user").path("username").asText()).isEqualTo("mia");
        assertThat(preview.path("candidates")).isEmpty();
        JsonNode other = preview("mia@xn--fu-hia.example", "SOCIAL").json();
        assertThat(other.has("domainRefusal")).isFalse();
        assertThat(other.has("user")).as("another mailbox").isFalse();
        assertThat(other.path("candidates")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', SOCIAL, email",
        "nobody, SOCIAL, email",
        "a@b@c.example, SOCIAL, email",
        "a@b.example, FAX, signInKind"
    })
    void oddQuestionsAreRefusedOnTheirField(String email, String kind, String field) {
        RestResponse refused = preview(email, kind);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.json().path("field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "client_id=nobody, client_id, 400",
        "scope=openid organization, client_id, 400",
        "client_id=app&scope=openid organization:nothing, scope, 400",
        "activeOrganization=00000000-0000-4000-8000-000000000000, '', 404"
    })
    void oddApplicationsAreRefusedOnTheirField(String application, String field, int status) {
        RestResponse refused =
                realm().rest().get(path("someone@odd.example", "SOCIAL") + "&" + application.replace(" ", "%20"));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(status);
        assertThat(refused.json().path("field").asText("")).isEqualTo(field);
        assertThat(refused.json().path("errorMessage").asText()).endsWith(".");
    }

    @Test
    void previewTellsNobodyWhoBelongsToWhatTheyMayNotView() {
        String secret = realm().organization("Secret", "secret", Map.of());
        String path = path("someone@secret.example", "SOCIAL");
        var querier = realm().rest().as(realm().adminToken("query-organizations"));
        assertThat(querier.get(path).status()).isEqualTo(200);
        for (String hint : List.of(
                "&client_id=app&scope=organization:secret",
                "&kc_action=org-switcher:secret",
                "&activeOrganization=" + secret)) {
            assertThat(querier.get(path + hint).status()).as(hint).isEqualTo(403);
            assertThat(realm().rest().get(path + hint).status()).as(hint).isEqualTo(200);
        }
    }

    /** Nor which identity providers there are, to whom may not view these. */
    @Test
    void previewTellsNobodyOfIdentityProvidersThatTheyMayNotView() {
        String path = path("someone@provider.example", "SOCIAL") + "&identityProvider=";
        var viewer = realm().rest().as(realm().adminToken("view-organizations"));
        assertThat(viewer.get(path + "social").status()).isEqualTo(403);
        assertThat(viewer.get(path + "nobody").status()).isEqualTo(403);
        assertThat(viewer.get(path).status()).as("none asked for").isEqualTo(200);
        var both = realm().rest().as(realm().adminToken("view-organizations", "view-identity-providers"));
        assertThat(both.get(path + "social").status()).isEqualTo(200);
        assertThat(both.get(path + "nobody").status()).isEqualTo(400);
    }

    @Test
    void previewShowsNoMoreThanTheAdministratorMayView() {
        String path = path("someone@rights.example", "SOCIAL");
        realm().organization("Rights", "rights", Map.of("org-switcher.allowed-domains", List.of("rights.example")));
        realm().user("rita", "rita@rights.example");
        String viewer = realm().adminToken("view-organizations");
        assertThat(texts(realm().rest().as(viewer).get(path).json().path("candidates"), "verdict"))
                .containsExactly("OFFERED");
        assertThat(realm().rest()
                        .as(viewer)
                        .get(path("rita@rights.example", "SOCIAL"))
                        .json()
                        .has("user"))
                .isFalse();
        String both = realm().adminToken("view-organizations", "view-users");
        assertThat(realm().rest()
                        .as(both)
                        .get(path("rita@rights.example", "SOCIAL"))
                        .json()
                        .path("user")
                        .path("username")
                        .asText())
                .isEqualTo("rita");
        String querier = realm().adminToken("query-organizations");
        assertThat(realm().rest().as(querier).get(path).json().path("candidates"))
                .isEmpty();
        assertThat(realm().rest().as(realm().adminToken("view-users")).get(path).status())
                .isEqualTo(403);
    }

    /** Who may view all may be denied one. */
    @Test
    void previewLeavesOutWhatPermissionsDeny() {
        String denied = realm().organization(
                        "Denied", "denied", Map.of("org-switcher.allowed-domains", List.of("half.example")));
        realm().organization("Open", "open", Map.of("org-switcher.allowed-domains", List.of("half.example")));
        Admin admin = realm().admin("query-organizations");
        FineGrainedPermissions permissions = FineGrainedPermissions.of(realm());
        permissions.grant(admin, FineGrainedPermissions.ORGANIZATIONS, Set.of(), "view");
        permissions.deny(admin, FineGrainedPermissions.ORGANIZATIONS, Set.of(denied), "view");

        RestResponse shown = realm().rest().as(admin.accessToken()).get(path("hugo@half.example", "SOCIAL"));

        assertThat(shown.body()).contains("\"open\"").doesNotContain(denied);
    }

    private RestResponse preview(String email, String kind) {
        return realm().rest().get(path(email, kind));
    }

    private static String path(String email, String kind) {
        return path(Map.of("email", email, "signInKind", kind));
    }

    private static String path(Map<String, String> parameters) {
        return "org-switcher/preview?"
                + parameters.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "="
                                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    private static List<String> offers(JsonNode page, String action) {
        return StreamSupport.stream(page.path("offers").spliterator(), false)
                .filter(offer -> offer.path("action").asText().equals(action))
                .map(offer -> offer.path("alias").asText())
                .toList();
    }

    private static List<String> aliases(JsonNode organizations) {
        return texts(organizations, "alias");
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.path(field).asText())
                .toList();
    }
}
