package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.Eventually;
import io.github.orgswitcher.testing.Mail;
import io.github.orgswitcher.testing.Mailbox;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.Rows;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Mails to those who decide on requests, and to those who asked. */
class RequestMailsIT extends SwitcherSuite {

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Duration RETRIES = Duration.ofSeconds(120);

    private final Rows rows = new Rows(server().sql());
    private final Mailbox mailbox = server().mailbox();

    @Override
    Map<String, String> settings() {
        return Map.of("creation", "OFF", "requestsTo", "requests@realm.example", "askAgainAfterDays", "14");
    }

    @Test
    void whoDecidesIsToldInTheirLanguageAndOnceADay() {
        change(realm -> {
            realm.setInternationalizationEnabled(true);
            realm.setSupportedLocales(Set.of("en", "de"));
        });
        String org = organization("tell", Map.of());
        String german = manager(org, "greta");
        speak(german, "de");
        ask("anna", "tell");

        Mail mail = mailbox.awaitMailTo("greta@managers.example");
        assertThat(mail.subject()).isEqualTo("Beitrittsanfrage für tell");
        assertThat(mail.text()).contains("anna@tell.example", "über tell.example");
        assertThat(mail.html()).contains("anna@tell.example");
        assertThat(mail.links())
                .singleElement()
                .asString()
                .startsWith(server().baseUri() + "/admin/" + realm().name() + "/console/#/")
                .endsWith("/organizations/" + org + "/automated-provisioning");
        Eventually.get("A mail to the realm's address", LIMIT, () -> mailbox.mailsTo("requests@realm.example").stream()
                .filter(each -> each.subject().equals("Request to join tell"))
                .findFirst());

        ask("bert", "tell");
        ask("cleo", "tell");
        Eventually.get(
                "Waiting for the day's end",
                LIMIT,
                () -> rows.waitingMails(org).size() == 4 && rows.mailsDue(org) == 0
                        ? Optional.of(true)
                        : Optional.empty());
        assertThat(mailbox.mailsTo("greta@managers.example")).hasSize(1);
        rows.passMailsDay(org);
        Mail digest = mailbox.awaitMailTo("greta@managers.example", 1);
        assertThat(digest.subject()).isEqualTo("2 Beitrittsanfragen für tell");
        assertThat(digest.text())
                .contains("bert@tell.example", "cleo@tell.example")
                .doesNotContain("anna@");
    }

    @Test
    void namesKeepToThemselvesWhereTheMailRunsFromRightToLeft() {
        change(realm -> {
            realm.setInternationalizationEnabled(true);
            realm.setSupportedLocales(Set.of("en", "ar"));
        });
        speak(manager(organization("apart", Map.of()), "amal"), "ar");
        ask("zara", "apart");

        Mail mail = mailbox.awaitMailTo("amal@managers.example");
        assertThat(mail.subject()).contains("\u2068apart\u2069");
        assertThat(mail.text())
                .contains("\u2068apart\u2069", "<zara@apart.example>\u2069", "\u2068apart.example\u2069");
        assertThat(mail.html()).contains("\u2068apart\u2069");
    }

    @Test
    void whileTheMailServerIsDownForAnHourNothingWaitsAndNothingIsLost() {
        String org = organization("down", Map.of());
        manager(org, "mara");
        String former = manager(org, "fred");
        Map<String, String> working = realm().resource().toRepresentation().getSmtpServer();
        change(realm -> realm.setSmtpServer(Map.of("host", "127.0.0.1", "port", "1", "from", "keycloak@mail.example")));
        ask("dora", "down");
        ask("emil", "down");
        ask("finn", "down");
        decide(org, "finn", "denial");
        realm().resource()
                .organizations()
                .get(org)
                .members()
                .member(former)
                .delete()
                .close();
        Eventually.get(
                "A mail that was tried", LIMIT, () -> rows.mailsTried(org) > 0 ? Optional.of(true) : Optional.empty());

        int tries = rows.mostTries(org);
        rows.ageMails(org, Duration.ofHours(1));
        Eventually.get(
                "Another try in vain", LIMIT, () -> rows.mostTries(org) > tries ? Optional.of(true) : Optional.empty());
        change(realm -> realm.setSmtpServer(working));
        // Each wait for the next try is as long as all before.
        Mail mail = Eventually.get("A mail to mara", RETRIES, () -> mailbox.mailsTo("mara@managers.example").stream()
                .findFirst());
        assertThat(mail.subject()).isEqualTo("2 requests to join down");
        assertThat(mail.text())
                .contains("dora@down.example", "emil@down.example")
                .as("was declined meanwhile")
                .doesNotContain("finn@");
        assertThat(mailbox.awaitMailTo("finn@down.example").text())
                .contains("was declined. You can ask again from ", " UTC.");
        awaitNothingWaits(org);
        assertThat(mailbox.mailsTo("mara@managers.example")).hasSize(1);
        assertThat(mailbox.mailsTo("requests@realm.example"))
                .filteredOn(each -> each.subject().endsWith("down"))
                .hasSize(1);
        assertThat(mailbox.mailsTo("finn@down.example")).singleElement().satisfies(answer -> assertThat(answer.text())
                .contains("declined"));
        assertThat(mailbox.mailsTo("fred@managers.example"))
                .as("is no manager any more")
                .isEmpty();
    }

    @Test
    void mailThatCannotBeSentForDaysIsGivenUpWithAnEvent() {
        String org = organization("lost", Map.of());
        String manager = manager(org, "lotte");
        Map<String, String> working = realm().resource().toRepresentation().getSmtpServer();
        change(realm -> realm.setSmtpServer(Map.of("host", "127.0.0.1", "port", "1", "from", "keycloak@mail.example")));
        ask("leon", "lost");
        Eventually.get(
                "A mail that was tried", LIMIT, () -> rows.mailsTried(org) > 0 ? Optional.of(true) : Optional.empty());

        rows.ageMails(org, Duration.ofDays(3));
        awaitNothingWaits(org);
        change(realm -> realm.setSmtpServer(working));

        assertThat(realm().events())
                .filteredOn(event -> "email_send_failed".equals(event.getError()))
                .allSatisfy(event -> assertThat(event.getDetails())
                        .containsEntry("org_switcher_organization", org)
                        .containsEntry("org_switcher_mail", "request"))
                .extracting(EventRepresentation::getUserId)
                .as("the manager's, and the realm's")
                .containsExactlyInAnyOrder(manager, null);
    }

    @Test
    void answersAndWelcomesAreMailsWhereTheOrganizationSaysSo() {
        String org = organization("answers", Map.of());
        manager(org, "nora");
        ask("gina", "answers");
        decide(org, "gina", "approval");
        assertThat(mailbox.awaitMailTo("gina@answers.example").subject()).isEqualTo("You are a member of answers now");

        String quiet = organization(
                "quiet",
                Map.of("org-switcher.mail-answers", List.of("false"), "org-switcher.mail-requests", List.of("false")));
        manager(quiet, "otto");
        ask("hugo", "quiet");
        decide(quiet, "hugo", "approval");
        assertThat(rows.where("ORG_ID", quiet)).containsEntry("ORGSW_OUTBOX", 0);

        String warm = realm().organization(
                        "warm",
                        "warm",
                        Map.of(
                                "org-switcher.allowed-domains",
                                List.of("warm.example"),
                                "org-switcher.mail-welcome",
                                List.of("true")));
        Switcher.on(person("ines", "ines@warm.example").signIn(realm().app())).join("warm");
        assertThat(mailbox.awaitMailTo("ines@warm.example").subject()).isEqualTo("Welcome to warm");
        assertThat(rows.where("ORG_ID", warm)).containsEntry("ORGSW_OUTBOX", 1);
    }

    @Test
    void whoeverAsksAndTakesBackOverAndOverIsToldOfOnce() {
        String org = organization("often", Map.of());
        manager(org, "olga");
        realm().user("oskar", "oskar@often.example");
        Rest oskar = realm().userRest(realm().app().directGrant("oskar").accessToken());
        String own = "org-switcher/organizations/" + org;
        assertThat(oskar.post(own + "/request").status()).isEqualTo(204);
        mailbox.awaitMailTo("olga@managers.example");
        awaitNothingWaits(org);
        for (int i = 0; i < 5; i++) {
            assertThat(oskar.delete(own + "/request").status()).isEqualTo(204);
            assertThat(oskar.post(own + "/request").status()).isEqualTo(204);
        }

        assertThat(rows.waitingMails(org))
                .as("one for each who is told")
                .hasSize(2)
                .doesNotHaveDuplicates();
        Eventually.get(
                "Waiting for the day's end",
                LIMIT,
                () -> rows.mailsDue(org) == 0 ? Optional.of(true) : Optional.empty());
        rows.passMailsDay(org);
        assertThat(mailbox.awaitMailTo("olga@managers.example", 1).subject())
                .as("the request that stands")
                .isEqualTo("Request to join often");
    }

    @Test
    void whoeverJoinsAndLeavesOverAndOverIsWelcomedOnceADay() {
        String org = realm().organization(
                        "door",
                        "door",
                        Map.of(
                                "org-switcher.allowed-domains",
                                List.of("door.example"),
                                "org-switcher.mail-welcome",
                                List.of("true")));
        realm().user("jonas", "jonas@door.example");
        Rest jonas = realm().userRest(realm().app().directGrant("jonas").accessToken());
        String own = "org-switcher/organizations/" + org;
        assertThat(jonas.post(own + "/join").status()).isEqualTo(204);
        mailbox.awaitMailTo("jonas@door.example");
        awaitNothingWaits(org);
        for (int i = 0; i < 3; i++) {
            assertThat(jonas.delete(own).status()).isEqualTo(204);
            assertThat(jonas.post(own + "/join").status()).isEqualTo(204);
        }

        Eventually.get(
                "Waiting for the day's end",
                LIMIT,
                () -> rows.waitingMails(org).size() == 1 && rows.mailsDue(org) == 0
                        ? Optional.of(true)
                        : Optional.empty());
        assertThat(mailbox.mailsTo("jonas@door.example")).hasSize(1);
    }

    private void awaitNothingWaits(String org) {
        Eventually.get(
                "An empty outbox",
                LIMIT,
                () -> rows.waitingMails(org).isEmpty() ? Optional.of(true) : Optional.empty());
    }

    private String organization(String alias, Map<String, List<String>> more) {
        Map<String, List<String>> attributes = new HashMap<>(more);
        attributes.put("org-switcher.allowed-domains", List.of(alias + ".example"));
        attributes.put("org-switcher.join-mode", List.of("REQUEST"));
        attributes.put("org-switcher.manager-group", List.of("/managers"));
        return realm().organization(alias, alias, attributes);
    }

    /** A member of the organization's manager group, with no role. */
    private String manager(String org, String name) {
        String user = realm().user(name, name + "@managers.example");
        realm().member(org, user);
        String groups = "organizations/" + org + "/groups";
        realm().rest().post(groups, Map.of("name", "managers"));
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
        return user;
    }

    private void ask(String username, String alias) {
        Person person = person(username, username + "@" + alias + ".example");
        Switcher asked = Switcher.on(Switcher.on(person.signIn(realm().app())).request(alias));
        assertThat(asked.requested()).contains(alias);
    }

    private void decide(String org, String username, String decision) {
        String path = "org-switcher/organizations/" + org + "/enrollments/" + realm().userId(username);
        assertThat(realm().rest().post(path + "/" + decision).status()).isEqualTo(204);
    }

    private void speak(String userId, String locale) {
        UserRepresentation user = realm().resource().users().get(userId).toRepresentation();
        user.singleAttribute("locale", locale);
        realm().resource().users().get(userId).update(user);
    }

    private void change(Consumer<RealmRepresentation> change) {
        RealmRepresentation realm = realm().resource().toRepresentation();
        change.accept(realm);
        realm().resource().update(realm);
    }
}
