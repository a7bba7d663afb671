package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.Mail;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** A manager proves a domain by a code that is mailed to an address on it, by page and REST. */
class AffiliationIT extends ManagerSuite {

    private static final Pattern CODE = Pattern.compile("\\b\\d{4} \\d{4}\\b");
    private static final String WRONG = "0000 0000";

    @BeforeAll
    void switchThePageOn() {
        realm().enableRequiredAction("org-switcher-account", Map.of());
    }

    @Test
    void domainOpensByTheCodeThatWasMailedToAnAddressOnIt() {
        String org = organization("Coded", "coded");
        String quinn = manager(org, "quinn");
        realm().user("rosa", "rosa@mailed.example");
        Page added = signedIn(org, "quinn", "coded").submit("#org-switcher-add", Map.of("domain", "mailed.example"));
        assertThat(added.has("[id=org-switcher-prove-mailed.example]"))
                .as("no code was mailed yet")
                .isFalse();

        Page mailed = added.submit("[id=org-switcher-mail-mailed.example]", Map.of("email", "Info@mailed.example"));
        assertThat(mailed.text()).contains("A code is on its way.");
        Mail mail = server().mailbox().awaitMailTo("info@mailed.example");
        assertThat(mail.subject()).isEqualTo("A code for “Coded”").doesNotContainPattern(CODE);
        assertThat(mail.text()).contains("Somebody who manages “Coded”", "whose address is on mailed.example");
        assertThat(mail.html()).contains(code(mail));
        Page refused = mailed.submit("[id=org-switcher-prove-mailed.example]", Map.of("code", WRONG));
        assertThat(refused.element("[id=org-switcher-code-mailed.example-error]")
                        .text())
                .contains("This code is not right.");
        assertThat(joins("rosa", org).status()).isEqualTo(404);
        Page proven = refused.submit("[id=org-switcher-prove-mailed.example]", Map.of("code", code(mail)));

        assertThat(proven.text())
                .contains("The code is right, so the domain lets people in now")
                .contains("Lets people in");
        assertThat(proven.has("[id=org-switcher-mail-mailed.example]"))
                .as("there is nothing to prove any more")
                .isFalse();
        assertThat(joins("rosa", org).status()).isEqualTo(204);
        assertThat(rest("quinn")
                        .post(of(org, "mailed.example") + "/code", Map.of("code", code(mail)))
                        .status())
                .as("it was used")
                .isEqualTo(400);
        List<EventRepresentation> done = events(quinn, "CUSTOM_REQUIRED_ACTION");
        assertThat(done)
                .extracting(event -> event.getDetails().get("org_switcher_outcome"))
                .containsExactlyInAnyOrder("domain_added", "domain_code_mailed", "domain_affiliated_by_code");
        assertThat(done).allSatisfy(event -> assertThat(event.getDetails())
                .containsEntry("org_switcher_domain", "mailed.example")
                .containsEntry("org_switcher_organization", org));
        assertThat(done.toString()).doesNotContain("info@");
        assertThat(errors(quinn)).containsExactly("org_switcher_code_refused", "org_switcher_code_refused");
    }

    @Test
    void addressIsOnTheVeryDomainAndStaysWhereItWasTyped() {
        String org = organization("Elsewhere", "elsewhere");
        String xaver = manager(org, "xaver");
        Page page = signedIn(org, "xaver", "elsewhere");
        page = page.submit("#org-switcher-add", Map.of("domain", "*.narrow.example"));
        page = page.submit("#org-switcher-add", Map.of("domain", "narrow.example"));
        assertThat(page.has("[id='org-switcher-mail-*.narrow.example']"))
                .as("what is below has its own people")
                .isFalse();

        for (String typed : List.of("a@sub.narrow.example", "a@elsewhere.example", "no address", "")) {
            Page refused = page.submit("[id=org-switcher-mail-narrow.example]", Map.of("email", typed));
            assertThat(refused.has("[id=org-switcher-email-narrow.example-error]"))
                    .as(typed)
                    .isTrue();
            assertThat(refused.element("[id=org-switcher-email-narrow.example]").attr("value"))
                    .isEqualTo(typed);
        }
        Rest rest = rest("xaver");
        refused(rest.post(of(org, "*.narrow.example") + "/mail", Map.of("email", "a@narrow.example")), 400, "email");
        refused(rest.post(of(org, "unknown.example") + "/mail", Map.of("email", "a@unknown.example")), 404, "");
        assertThat(errors(xaver)).hasSize(6).containsOnly("org_switcher_domain_refused");
    }

    @Test
    void codeIsOfTheManagerWhoAskedAndOfOneDomain() {
        String org = organization("Whose", "whose");
        manager(org, "anke");
        manager(org, "bodo");
        Rest anke = rest("anke");
        for (String domain : List.of("first.example", "second.example")) {
            anke.post("org-switcher/organizations/" + org + "/domains", Map.of("domain", domain));
        }
        String former = mailed(anke, org, "first.example", "a@first.example");
        String latest = mailed(anke, org, "second.example", "a@second.example");

        refused(rest("bodo").post(of(org, "second.example") + "/code", Map.of("code", latest)), 400, "code");
        refused(anke.post(of(org, "first.example") + "/code", Map.of("code", former)), 400, "code");
        refused(anke.post(of(org, "first.example") + "/code", Map.of("code", latest)), 400, "code");
        leaveManagers(org, realm().userId("anke"));
        assertThat(anke.post(of(org, "second.example") + "/code", Map.of("code", latest))
                        .status())
                .as("no manager any more")
                .isEqualTo(404);
        manager(org, "anke");
        RestResponse proven = anke.post(of(org, "second.example") + "/code", Map.of("code", latest));
        assertThat(proven.json().path("proven").asBoolean()).isTrue();
    }

    @Test
    void guessesAndMailsAreFew() {
        String org = organization("Guess", "guess");
        manager(org, "gero");
        Rest gero = rest("gero");
        gero.post("org-switcher/organizations/" + org + "/domains", Map.of("domain", "few.example"));
        String code = mailed(gero, org, "few.example", "a@few.example");
        for (int guess = 0; guess < 5; guess++) {
            refused(gero.post(of(org, "few.example") + "/code", Map.of("code", WRONG)), 400, "code");
        }
        RestResponse dead = gero.post(of(org, "few.example") + "/code", Map.of("code", code));
        refused(dead, 400, "code");
        assertThat(dead.body()).contains("too many wrong codes");

        mailed(gero, org, "few.example", "a@few.example");
        mailed(gero, org, "few.example", "a@few.example");
        RestResponse fourth = gero.post(of(org, "few.example") + "/mail", Map.of("email", "a@few.example"));
        refused(fourth, 429, "email");
        assertThat(fourth.body()).contains("Too many emails were sent. Try again later.");
        for (int other = 0; other < 7; other++) {
            mailed(gero, org, "few.example", "b" + other + "@few.example");
        }
        refused(gero.post(of(org, "few.example") + "/mail", Map.of("email", "c@few.example")), 429, "email");
        assertThat(server().mailbox().mailsTo("c@few.example")).isEmpty();
    }

    @Test
    void mailsOfOneOrganizationKeepNoOtherFromItsOwn() {
        String first = organization("Earlier", "earlier");
        String second = organization("Later", "later-on");
        for (String org : List.of(first, second)) {
            manager(org, "of-" + org);
            Rest rest = rest("of-" + org);
            rest.post("org-switcher/organizations/" + org + "/domains", Map.of("domain", "both.example"));
            for (int mail = 0; mail < 3; mail++) {
                mailed(rest, org, "both.example", "postmaster@both.example");
            }
            refused(
                    rest.post(of(org, "both.example") + "/mail", Map.of("email", "postmaster@both.example")),
                    429,
                    "email");
        }
    }

    @Test
    void nothingIsJoinedWithoutAQuestionAndNoMailIsSentInVain() {
        String org = realm().organization("Asks", "asks", Map.of());
        manager(org, "otis");
        assertThat(realm().rest()
                        .put(
                                "org-switcher/organizations/" + org + "/policy",
                                Map.of("joinMode", "AUTOMATIC", "managerGroup", "/managers"))
                        .status())
                .isEqualTo(204);
        Rest otis = rest("otis");
        String domains = "org-switcher/organizations/" + org + "/domains";
        otis.post(domains, Map.of("domain", "asked.example"));
        String code = mailed(otis, org, "asked.example", "a@asked.example");
        otis.post(of(org, "asked.example") + "/code", Map.of("code", code));
        assertThat(otis.get(domains + "?search=asked.example")
                        .json()
                        .get(0)
                        .path("joinMode")
                        .asText())
                .isEqualTo("SUGGEST");

        String automatic = realm().organization(
                        "Ever",
                        "ever",
                        Map.of(
                                "org-switcher.manager-group", List.of("/managers"),
                                "org-switcher.join-mode", List.of("AUTOMATIC")));
        manager(automatic, "otis");
        otis.post("org-switcher/organizations/" + automatic + "/domains", Map.of("domain", "ever.example"));
        RestResponse refused = otis.post(of(automatic, "ever.example") + "/mail", Map.of("email", "a@ever.example"));
        refused(refused, 409, "");
        assertThat(refused.body()).contains("org-switcher.join-mode");
        assertThat(server().mailbox().mailsTo("a@ever.example")).isEmpty();
    }

    @Test
    void domainThatTheRealmHasBlockedSinceIsNotProven() {
        String org = organization("Since", "since");
        manager(org, "sven");
        Rest sven = rest("sven");
        sven.post("org-switcher/organizations/" + org + "/domains", Map.of("domain", "blocked.example"));
        String code = mailed(sven, org, "blocked.example", "a@blocked.example");
        realm().enableRequiredAction("org-switcher", Map.of("blockedDomains", "blocked.example"));

        refused(sven.post(of(org, "blocked.example") + "/code", Map.of("code", code)), 400, "");
        refused(sven.post(of(org, "blocked.example") + "/mail", Map.of("email", "b@blocked.example")), 400, "");
        assertThat(server().mailbox().mailsTo("b@blocked.example")).isEmpty();

        realm().enableRequiredAction("org-switcher", Map.of("blockedDomains", "another.example"));
        assertThat(sven.post(of(org, "blocked.example") + "/code", Map.of("code", code))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void mailThatCannotBeSentIsToldAndCountsForNothing() {
        String org = organization("Down", "down");
        String dina = manager(org, "dina");
        Rest rest = rest("dina");
        rest.post("org-switcher/organizations/" + org + "/domains", Map.of("domain", "down.example"));
        RealmRepresentation realm = realm().resource().toRepresentation();
        Map<String, String> working = realm.getSmtpServer();
        realm.setSmtpServer(Map.of("host", "127.0.0.1", "port", "1", "from", "keycloak@mail.example"));
        realm().resource().update(realm);

        for (int again = 0; again < 4; again++) {
            RestResponse failed = rest.post(of(org, "down.example") + "/mail", Map.of("email", "a@down.example"));
            refused(failed, 503, "email");
            assertThat(failed.body()).contains("The email could not be sent. Try again later.");
        }
        realm.setSmtpServer(working);
        realm().resource().update(realm);

        assertThat(mailed(rest, org, "down.example", "a@down.example")).isNotEmpty();
        assertThat(errors(dina)).hasSize(4).containsOnly("email_send_failed");
    }

    /** Has a code mailed, and reads it. */
    private String mailed(Rest rest, String org, String domain, String address) {
        int before = server().mailbox().mailsTo(address).size();
        RestResponse sent = rest.post(of(org, domain) + "/mail", Map.of("email", address));
        assertThat(sent.status()).as(sent.toString()).isEqualTo(200);
        assertThat(sent.json().path("proven").asBoolean()).isFalse();
        return code(server().mailbox().awaitMailTo(address, before));
    }

    private static String code(Mail mail) {
        Matcher code = CODE.matcher(mail.text());
        assertThat(code.find()).as(mail.text()).isTrue();
        return code.group();
    }

    private static void refused(RestResponse answer, int status, String field) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().path("field").asText()).isEqualTo(field);
        assertThat(answer.json().path("errorMessage").asText()).contains(" ");
    }

    private RestResponse joins(String username, String org) {
        return rest(username).post("org-switcher/organizations/" + org + "/join");
    }

    private String organization(String name, String alias) {
        return realm().organization(name, alias, Map.of("org-switcher.manager-group", List.of("/managers")));
    }

    private Page signedIn(String org, String username, String alias) {
        URI address = URI.create(server().realmUri(realm().name()) + "/org-switcher/manage/" + alias);
        return OidcClient.fillLogin(UserAgent.on(server()).open(address), username)
                .submit("#org-switcher-view-domains");
    }

    private static String of(String org, String domain) {
        return "org-switcher/organizations/" + org + "/domains/" + domain + "/affiliation";
    }
}
