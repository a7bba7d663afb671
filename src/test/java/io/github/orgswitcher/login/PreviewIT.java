package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.decision.Candidate;
import io.github.orgswitcher.decision.Decision;
import io.github.orgswitcher.decision.DecisionTable;
import io.github.orgswitcher.decision.DecisionTable.Case;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the preview says is what the login then does. */
class PreviewIT extends KeycloakSuite {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    static Stream<Case> cases() {
        return DecisionTable.cases().filter(Case::plain);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void previewAndLoginAgree(Case testCase) throws SQLException {
        SignInKind kind = testCase.signIn().kind();
        CaseSetUp set = new CaseSetUp(realm(), testCase, NUMBER.incrementAndGet());
        set.setUp();

        JsonNode preview = preview(set.email(), kind.name()).json();

        assertThat(preview.path("outcome").asText()).as("%s", preview).isIn(outcomes(testCase.expected()));
        assertThat(preview.has("user")).isEqualTo(set.hasHistory());
        assertThat(texts(preview.path("candidates"), "verdict"))
                .containsExactlyElementsOf(testCase.standing().candidates().stream()
                        .sorted(Comparator.comparing(Candidate::alias))
                        .map(candidate -> candidate.verdict().name())
                        .toList());
        assertThat(texts(preview.path("candidates"), "message")).allMatch(message -> message.endsWith("."));
        if (kind == SignInKind.SOCIAL || kind == SignInKind.PASSWORD) {
            login(set, kind, preview);
        }
    }

    private void login(CaseSetUp set, SignInKind kind, JsonNode preview) {
        OidcClient app = realm().app();
        UserAgent agent = UserAgent.on(server());
        Map<String, String> scope = Map.of("scope", "openid organization");
        Page page = kind == SignInKind.SOCIAL
                ? app.signInSocially(agent, set.username(), scope)
                : OidcClient.fillLogin(app.authorize(agent, scope), set.username());
        if (!preview.path("outcome").asText().equals("PAGE")) {
            assertThat(page.left()).as("%s%n%s", preview, page).isTrue();
            if (preview.path("outcome").asText().equals("PROCEED")) {
                JsonNode organization = preview.path("organization");
                assertThat(SwitcherSuite.organizations(app, page))
                        .containsExactlyElementsOf(
                                organization.isMissingNode()
                                        ? List.of()
                                        : List.of(organization.path("alias").asText()));
            }
            return;
        }
        Switcher switcher = Switcher.on(page);
        JsonNode foreseen = preview.path("page");
        assertThat(switcher.memberships()).isEqualTo(aliases(foreseen.path("memberships")));
        assertThat(switcher.offers()).isEqualTo(offers(foreseen, "JOIN"));
        assertThat(switcher.requestable()).isEqualTo(offers(foreseen, "REQUEST"));
        assertThat(switcher.requested()).isEqualTo(aliases(foreseen.path("requests")));
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
        return List.of(expected instanceof Decision.Ask ? "PAGE" : "PROCEED");
    }

    @Test
    void publicProviderIsToldAndOpensNothing() {
        JsonNode preview = preview("someone@gmail.com", "SOCIAL").json();
        assertThat(preview.path("domain").asText()).isEqualTo("gmail.com");
        assertThat(preview.path("domainRefusal").path("reason").asText()).isEqualTo("PUBLIC_PROVIDER");
        assertThat(preview.path("domainRefusal").path("message").asText()).contains("gmail.com");
        assertThat(preview.path("candidates")).isEmpty();
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

    private RestResponse preview(String email, String kind) {
        return realm().rest().get(path(email, kind));
    }

    private static String path(String email, String kind) {
        return "org-switcher/preview?email=" + URLEncoder.encode(email, StandardCharsets.UTF_8) + "&signInKind=" + kind;
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
