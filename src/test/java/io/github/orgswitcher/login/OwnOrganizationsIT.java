package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.EnrollmentRows;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.Tokens;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The REST for signed-in people, with their tokens: the rules are the page's. */
class OwnOrganizationsIT extends SwitcherSuite {

    private static final String UNKNOWN = "11111111-2222-3333-4444-555555555555";

    private String asking = "";
    private String full = "";

    @BeforeAll
    void addMoreOrganizations() {
        asking = realm().organization(
                        "Hooli",
                        "hooli",
                        Map.of(
                                "org-switcher.allowed-domains",
                                List.of("hooli.example"),
                                "org-switcher.join-mode",
                                List.of("REQUEST")));
        full = realm().organization(
                        "Full House",
                        "full",
                        Map.of(
                                "org-switcher.allowed-domains",
                                List.of("full.example"),
                                "org-switcher.max-members",
                                List.of("1")));
        realm().member(full, realm().user("first", "first@full.example"));
    }

    @Test
    void whoeverJoinsIsInOnceAndReadsHowAndWhen() {
        Rest anna = signedIn("anna", "anna@acme.example");
        JsonNode before = list(anna);
        assertThat(aliases(before, "offers")).containsExactly("acme", "acme-labs");
        assertThat(aliases(list(anna, "?search=lab"), "offers")).containsExactly("acme-labs");
        assertThat(aliases(list(anna, "?first=1&max=5"), "offers")).containsExactly("acme-labs");

        assertThat(anna.post(organization(acme) + "/join").status()).isEqualTo(204);
        assertThat(anna.post(organization(acme) + "/join").status()).isEqualTo(204);

        assertThat(realm().isMember(acme, realm().userId("anna"))).isTrue();
        JsonNode after = list(anna);
        assertThat(aliases(after, "memberships")).containsExactly("acme");
        assertThat(after.path("memberships").path(0).path("method").asText()).isEqualTo("ALLOWED_DOMAIN");
        assertThat(after.path("memberships").path(0).path("since").asLong()).isPositive();
        assertThat(after.has("active")).as("joining is no switch").isFalse();
        assertThat(aliases(after, "offers")).containsExactly("acme-labs");
        assertThat(outcomes("anna")).containsExactly("joined");
    }

    @Test
    void whoHasProvenNoAddressLearnsOfNoOrganization() {
        Rest eve = signedIn("eve", "eve@full.example");
        setVerified("eve", false);
        Rest other = signedIn("eva", "eva@elsewhere.example");

        assertThat(aliases(list(eve), "offers")).isEmpty();
        for (Rest nobody : List.of(eve, other)) {
            for (String act : List.of("/join", "/request")) {
                RestResponse refused = nobody.post(organization(full) + act);
                assertThat(refused.status()).isEqualTo(404);
                assertThat(refused.body())
                        .isEqualTo(nobody.post(organization(UNKNOWN) + act).body());
            }
            for (String act : List.of("", "/request")) {
                RestResponse refused = nobody.delete(organization(full) + act);
                assertThat(refused.status()).isEqualTo(404);
                assertThat(refused.body())
                        .isEqualTo(nobody.delete(organization(UNKNOWN) + act).body());
            }
        }
        assertThat(eve.post(organization("%00") + "/join").status()).isEqualTo(404);
    }

    @Test
    void eachRefusalIsASentenceAndOneEvent() {
        Rest late = signedIn("late", "late@full.example");

        RestResponse noSeat = late.post(organization(full) + "/join");

        assertThat(noSeat.status()).isEqualTo(409);
        assertThat(message(noSeat)).contains("no places left");
        assertThat(errors("late")).containsExactly("org_switcher_seats_full");
        assertThat(realm().isMember(full, realm().userId("late"))).isFalse();
        Rest hugo = signedIn("hugo", "hugo@hooli.example");
        assertThat(hugo.post(organization(asking) + "/join").status())
                .as("it has to be asked")
                .isEqualTo(409);
        assertThat(hugo.post(organization(asking) + "/request").status()).isEqualTo(204);
        realm().rest()
                .post("org-switcher/organizations/" + asking + "/enrollments/" + realm().userId("hugo") + "/denial");
        RestResponse declined = hugo.post(organization(asking) + "/request");
        assertThat(declined.status()).isEqualTo(403);
        assertThat(message(declined)).contains("declined");
        JsonNode denial = list(hugo).path("denials").path(0);
        assertThat(denial.path("alias").asText()).isEqualTo("hooli");
        assertThat(denial.path("deniedAt").asLong()).isPositive();
        assertThat(denial.has("askAgainAt")).as("not before it is taken back").isFalse();
        assertThat(aliases(list(hugo), "requests")).isEmpty();
    }

    @Test
    void requestIsTakenBackAndMayBeMadeAgain() {
        Rest heidi = signedIn("heidi", "heidi@hooli.example");
        assertThat(heidi.post(organization(asking) + "/request").status()).isEqualTo(204);
        JsonNode request = list(heidi).path("requests").path(0);
        assertThat(request.path("alias").asText()).isEqualTo("hooli");
        assertThat(request.path("domain").asText()).isEqualTo("hooli.example");

        assertThat(heidi.delete(organization(asking)).status())
                .as("whoever is no member leaves nothing")
                .isEqualTo(404);
        assertThat(aliases(list(heidi), "requests")).containsExactly("hooli");
        assertThat(heidi.delete(organization(asking) + "/request").status()).isEqualTo(204);

        assertThat(aliases(list(heidi), "requests")).isEmpty();
        assertThat(aliases(list(heidi), "offers")).containsExactly("hooli");
        assertThat(heidi.delete(organization(asking) + "/request").status()).isEqualTo(404);
        assertThat(outcomes("heidi")).containsExactlyInAnyOrder("requested", "withdrawn");
    }

    @Test
    void requestThatWasApprovedMeanwhileIsNotTakenBackByLeaving() {
        Rest hilda = signedIn("hilda", "hilda@hooli.example");
        assertThat(hilda.post(organization(asking) + "/request").status()).isEqualTo(204);
        realm().rest()
                .post("org-switcher/organizations/" + asking + "/enrollments/" + realm().userId("hilda") + "/approval");

        RestResponse late = hilda.delete(organization(asking) + "/request");

        assertThat(late.status()).isEqualTo(404);
        assertThat(message(late)).contains("decided already");
        assertThat(realm().isMember(asking, realm().userId("hilda"))).isTrue();
        assertThat(errors("hilda")).containsExactly("org_switcher_not_offered");
        assertThat(hilda.delete(organization(asking)).status()).isEqualTo(204);
        assertThat(realm().isMember(asking, realm().userId("hilda"))).isFalse();
    }

    @Test
    void requestToWhatIsGoneIsNoRequest() {
        Rest ivan = signedIn("ivan", "ivan@hooli.example");
        EnrollmentRows.of(realm()).add(UNKNOWN, realm().userId("ivan"), "REQUESTED", null, null, 1000);

        assertThat(ivan.delete(organization(UNKNOWN) + "/request").status()).isEqualTo(404);

        assertThat(errors("ivan")).containsExactly("org_switcher_not_offered");
    }

    @Test
    void invitationsAreAnsweredByWhomTheyAreFor() {
        Rest ines = signedIn("ines", "ines@elsewhere.example");
        Rest other = signedIn("other", "other@elsewhere.example");
        realm().invite(initech, "ines@elsewhere.example");
        realm().invite(globex, "ines@elsewhere.example");
        Map<String, String> ids = new HashMap<>();
        list(ines)
                .path("invitations")
                .forEach(invitation -> ids.put(
                        invitation.path("organization").path("alias").asText(),
                        invitation.path("id").asText()));
        assertThat(ids).containsOnlyKeys("initech", "globex");
        String accepted = "org-switcher/invitations/" + ids.get("initech");
        String declined = "org-switcher/invitations/" + ids.get("globex");

        assertThat(list(other).path("invitations")).isEmpty();
        assertThat(other.post(accepted).status()).isEqualTo(404);
        assertThat(other.delete(declined).status()).isEqualTo(404);
        assertThat(ines.post(accepted).status()).isEqualTo(204);
        assertThat(ines.delete(declined).status()).isEqualTo(204);

        assertThat(realm().isMember(initech, realm().userId("ines"))).isTrue();
        assertThat(realm().isMember(globex, realm().userId("ines"))).isFalse();
        assertThat(list(ines).path("invitations")).isEmpty();
        assertThat(list(ines).path("memberships").path(0).path("method").asText())
                .isEqualTo("INVITATION");
        assertThat(ines.post(declined).status()).isEqualTo(404);
        assertThat(outcomes("ines")).containsExactlyInAnyOrder("accepted", "declined");
    }

    @Test
    void whoeverCreatesOneIsItsFirstMember() {
        Rest carl = signedIn("carl", "carl@carls.example");

        RestResponse created =
                carl.post("org-switcher/organizations", Map.of("name", "Carl & Co", "allowColleagues", true));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("domain").asText()).isEqualTo("carls.example");
        assertThat(realm().isMember(created.json().path("id").asText(), realm().userId("carl")))
                .isTrue();
        RestResponse taken = carl.post("org-switcher/organizations", Map.of("name", "carl & co"));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.json().path("field").asText()).isEqualTo("name");
        RestResponse blank = carl.post("org-switcher/organizations", Map.of("name", " "));
        assertThat(blank.status()).isEqualTo(400);
        assertThat(blank.json().path("field").asText()).isEqualTo("name");
        assertThat(carl.post("org-switcher/organizations", Map.of("name", "Next", "allowColleagues", "yes"))
                        .json()
                        .path("field")
                        .asText())
                .isEqualTo("allowColleagues");
        assertThat(carl.post("org-switcher/organizations", "[]").status()).isEqualTo(400);
    }

    @Test
    void whoeverCreatesOneManagesItAndTheLastManagerStays() {
        Rest vera = signedIn("vera", "vera@veras.example");
        String veras = vera.post("org-switcher/organizations", Map.of("name", "Vera's"))
                .json()
                .path("id")
                .asText();
        assertThat(managerGroup(veras)).isEqualTo("/managers");

        RestResponse refused = vera.delete(organization(veras));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(message(refused)).contains("the only one who manages");
        assertThat(errors("vera")).containsExactly("org_switcher_last_manager");
        assertThat(realm().isMember(veras, realm().userId("vera"))).isTrue();
        String wim = realm().user("wim", "wim@veras.example");
        realm().member(veras, wim);
        assertThat(vera.delete(organization(veras)).status())
                .as("a member manages nothing")
                .isEqualTo(409);
        putIntoManagers(veras, wim);
        enable(wim, false);
        assertThat(vera.delete(organization(veras)).status())
                .as("nor does who is disabled")
                .isEqualTo(409);
        enable(wim, true);
        assertThat(vera.delete(organization(veras)).status()).isEqualTo(204);
        realm().enableRequiredAction("org-switcher", Map.of("creatorManages", "false"));
        try {
            String unmanaged = vera.post("org-switcher/organizations", Map.of("name", "Unmanaged"))
                    .json()
                    .path("id")
                    .asText();
            assertThat(managerGroup(unmanaged)).isEmpty();
            assertThat(vera.delete(organization(unmanaged)).status()).isEqualTo(204);
        } finally {
            realm().enableRequiredAction("org-switcher", settings());
        }
    }

    @Test
    void whoeverLeavesWorksInTheOrganizationNoLonger() {
        Person lea = person("lea", "lea@acme.example");
        OidcClient app = realm().app();
        Tokens tokens = app.tokens(Switcher.on(lea.signIn(app)).join("acme"));
        Rest rest = rest(tokens);
        assertThat(list(rest).path("active").path("alias").asText()).isEqualTo("acme");

        assertThat(rest.delete(organization(acme)).status()).isEqualTo(204);

        assertThat(realm().isMember(acme, lea.id())).isFalse();
        assertThat(list(rest).has("active")).isFalse();
        assertThat(aliases(list(rest), "offers")).as("may come again").contains("acme");
        assertThat(realm().rest()
                        .get("org-switcher/organizations/" + acme + "/enrollments?status=LEFT&search=lea")
                        .json())
                .hasSize(1);
        OidcClient next = realm().app2();
        assertThat(organizations(next, Switcher.on(lea.open(next)).skip()))
                .as("the next login asks again")
                .isEmpty();
        assertThat(outcomes("lea")).contains("left");
        assertThat(rest.delete(organization(acme)).status()).isEqualTo(404);
    }

    @Test
    void whoseAccountIsManagedCannotLeave() {
        String owner = organization("Owner", "owner");
        realm().organizationProvider("owner-idp", owner);
        realm().socialUser("owned", "owned@owner.example", true);
        OidcClient app = realm().app();
        Tokens tokens = app.tokens(app.signInBy("owner-idp", UserAgent.on(server()), "owned", ORGANIZATION));

        RestResponse refused = rest(tokens).delete(organization(owner));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(message(refused)).contains("manages your account");
        assertThat(realm().isMember(owner, realm().userId("owned"))).isTrue();
        assertThat(errors("owned")).containsExactly("org_switcher_managed_member");
    }

    @Test
    void kindOfSignInIsTheSessions() {
        String social = realm().organization(
                        "Social Club",
                        "social-club",
                        Map.of(
                                "org-switcher.allowed-domains",
                                List.of("club.example"),
                                "org-switcher.sign-in-kinds",
                                List.of("SOCIAL")));
        Person both = person("both", "both@club.example");
        OidcClient app = realm().app();
        Rest bySocial = rest(app.tokens(Switcher.on(both.signIn(app)).skip()));
        Rest byPassword = signedIn("pass", "pass@club.example");

        assertThat(aliases(list(bySocial), "offers")).containsExactly("social-club");
        assertThat(aliases(list(byPassword), "offers")).isEmpty();
        assertThat(byPassword.post(organization(social) + "/join").status()).isEqualTo(404);
        assertThat(bySocial.post(organization(social) + "/join").status()).isEqualTo(204);
    }

    @Test
    void onlyATokenForTheAccountCounts() {
        realm().user("toni", "toni@acme.example");
        Rest narrow = rest(realm().client("narrow", client -> client.setFullScopeAllowed(false))
                .directGrant("toni"));
        Rest light = rest(realm().client(
                        "light",
                        client -> client.setAttributes(Map.of("client.use.lightweight.access.token.enabled", "true")))
                .directGrant("toni"));
        Rest viewer = rest(realm().viewer().directGrant("toni"));
        Rest toni = rest(realm().app().directGrant("toni"));

        assertThat(narrow.get("org-switcher/organizations").status()).isEqualTo(401);
        assertThat(rest(realm().service().clientCredentials())
                        .get("org-switcher/organizations")
                        .status())
                .isEqualTo(401);
        assertThat(aliases(list(light), "offers")).contains("acme");
        assertThat(aliases(list(viewer), "offers")).contains("acme");
        assertThat(viewer.post(organization(acme) + "/join").status()).isEqualTo(403);
        assertThat(viewer.delete(organization(acme)).status()).isEqualTo(403);
        assertThat(viewer.post("org-switcher/organizations", Map.of("name", "Viewed"))
                        .status())
                .isEqualTo(403);
        assertThat(toni.get("org-switcher/organizations").status()).isEqualTo(200);
        UserRepresentation disabled =
                realm().resource().users().get(realm().userId("toni")).toRepresentation();
        disabled.setEnabled(false);
        realm().resource().users().get(disabled.getId()).update(disabled);
        assertThat(toni.get("org-switcher/organizations").status()).isEqualTo(401);
        assertThat(toni.post(organization(acme) + "/join").status()).isEqualTo(401);
    }

    @Test
    void cookiesCountForNothing() {
        Person cookie = person("cookie", "cookie@acme.example");
        Switcher.on(cookie.signIn(realm().app())).skip();

        assertThat(cookie.agent
                        .open(URI.create(server().realmUri(realm().name()) + "/org-switcher/organizations"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void applicationsOfTheirOwnOriginsReadTheAnswer() {
        realm().user("cora", "cora@acme.example");
        String token = realm().app().directGrant("cora").accessToken();

        RestResponse preflight = from("http://127.0.0.1", "OPTIONS", "", "organizations/" + acme + "/join");
        RestResponse own = from("http://127.0.0.1", "GET", token, "organizations");
        RestResponse foreign = from("https://evil.example", "GET", token, "organizations");
        RestResponse nobody = from("http://127.0.0.1", "GET", "nonsense", "organizations");

        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Methods")
                        .orElse(""))
                .contains("POST", "PUT", "DELETE");
        assertThat(own.status()).isEqualTo(200);
        assertThat(origin(own)).isEqualTo("http://127.0.0.1");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(origin(foreign)).isEmpty();
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(origin(nobody)).isEqualTo("http://127.0.0.1");
    }

    @Test
    void switchedOffItIsNotThere() {
        Rest rest = signedIn("offline", "offline@acme.example");
        var action = realm().resource().flows().getRequiredAction("org-switcher");
        action.setEnabled(false);
        realm().resource().flows().updateRequiredAction("org-switcher", action);
        try {
            assertThat(rest.get("org-switcher/organizations").status()).isEqualTo(404);
            assertThat(rest.post(organization(acme) + "/join").status()).isEqualTo(404);
        } finally {
            realm().enableRequiredAction("org-switcher", settings());
        }
    }

    private String managerGroup(String org) {
        return realm().rest()
                .get("org-switcher/organizations/" + org + "/policy")
                .json()
                .path("managerGroup")
                .asText();
    }

    private void putIntoManagers(String org, String user) {
        String groups = "organizations/" + org + "/groups";
        String group = realm().rest()
                .get(groups + "?search=managers")
                .json()
                .get(0)
                .path("id")
                .asText();
        assertThat(realm().rest()
                        .put(groups + "/" + group + "/members/" + user, Map.of())
                        .status())
                .isLessThan(300);
    }

    private void enable(String userId, boolean enabled) {
        UserRepresentation user = realm().resource().users().get(userId).toRepresentation();
        user.setEnabled(enabled);
        realm().resource().users().get(userId).update(user);
    }

    private Rest signedIn(String username, String email) {
        realm().user(username, email);
        return rest(realm().app().directGrant(username));
    }

    private Rest rest(Tokens tokens) {
        return realm().userRest(tokens.accessToken());
    }

    private void setVerified(String username, boolean verified) {
        UserRepresentation user =
                realm().resource().users().get(realm().userId(username)).toRepresentation();
        user.setEmailVerified(verified);
        realm().resource().users().get(user.getId()).update(user);
    }

    private RestResponse from(String origin, String method, String token, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(server().realmUri(realm().name()) + "/org-switcher/" + path))
                .method(method, BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return Rest.send(request.build());
    }

    private static String origin(RestResponse response) {
        return response.headers().firstValue("Access-Control-Allow-Origin").orElse("");
    }

    private static String organization(String id) {
        return "org-switcher/organizations/" + id;
    }

    private static JsonNode list(Rest rest) {
        return list(rest, "");
    }

    private static JsonNode list(Rest rest, String query) {
        RestResponse response = rest.get("org-switcher/organizations" + query);
        assertThat(response.status()).as(response.toString()).isEqualTo(200);
        return response.json();
    }

    private static List<String> aliases(JsonNode json, String list) {
        return StreamSupport.stream(json.path(list).spliterator(), false)
                .map(each -> each.path("alias").asText())
                .toList();
    }

    private static String message(RestResponse response) {
        return response.json().path("errorMessage").asText();
    }

    private List<String> outcomes(String username) {
        return events(username)
                .filter(event -> event.getDetails() != null && event.getType().equals("CUSTOM_REQUIRED_ACTION"))
                .map(event -> event.getDetails().get("org_switcher_outcome"))
                .toList();
    }

    private List<String> errors(String username) {
        return events(username)
                .filter(event -> event.getType().equals("CUSTOM_REQUIRED_ACTION_ERROR"))
                .map(EventRepresentation::getError)
                .toList();
    }

    private Stream<EventRepresentation> events(String username) {
        String id = realm().userId(username);
        return realm().resource().getEvents(null, null, id, null, null, null, 0, 100).stream();
    }
}
