package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.testing.FlowStep;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.OrganizationDomainRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** An address is one mailbox and one person: what is mailed is what is matched, looked up and stored. */
class OneReadingIT extends EmailSignInSuite {

    @BeforeEach
    void useDefaults() {
        realm().bindBrowserFlow(FLOW);
    }

    /** Keycloak's mail sender would write to the second domain. */
    @ParameterizedTest
    @CsvSource({"ma\u00df, mass", "MA\u00df, mass", "\u03b2\u03cc\u03bb\u03bf\u03c2, \u03b2\u03cc\u03bb\u03bf\u03c3"})
    void mailGoesToTheDomainThatIsMatched(String label, String other) {
        String end = unique() + ".example";
        String typed = "boss@" + label + "." + end;
        realm().organization(
                        "Mass " + end,
                        "mass-" + unique(),
                        Map.of("org-switcher.allowed-domains", List.of(label + "." + end)));
        String mailed = read(typed);
        OidcClient app = realm().app();

        Page sent = send(start(app, browser(), Map.of()), typed);

        assertThat(server().mailbox().mailsTo(read("boss@" + other + "." + end)))
                .isEmpty();
        assertThat(sent.text()).contains(mailed);
        Page switcher = fillProfile(enter(sent, code(mailed)));
        assertThat(switcher.document().select("button[name=join]")).hasSize(1);
        assertThat(users(mailed)).singleElement().satisfies(user -> {
            assertThat(user.getUsername()).isEqualTo(mailed);
            assertThat(user.isEmailVerified()).isTrue();
        });
    }

    @Test
    void nobodyIsTakenOverWhoseAddressIsReadInTwoWays() {
        String onRecord = "ceo@ma\u00df" + unique() + ".example";
        String id = realm().user("ceo-" + unique(), onRecord);
        realm().member(acme, id);
        OidcClient app = realm().app();

        Page end = finish(enter(send(start(app, browser(), Map.of()), onRecord), code(read(onRecord))));

        var claims = app.tokens(end).accessClaims();
        assertThat(claims.path("sub").asText()).isNotEqualTo(id);
        assertThat(claims.path("email").asText()).isEqualTo(read(onRecord));
        assertThat(realm().resource().users().get(id).toRepresentation().getEmail())
                .isEqualTo(onRecord);
    }

    /** Whoever has named such an account is not asked to prove its address: either mailbox would do. */
    @Test
    void addressThatIsReadInTwoWaysIsNoProofOfANamedAccount() {
        String name = "ceo-" + unique();
        String onRecord = "ceo@ma\u00df" + unique() + ".example";
        realm().user(name, onRecord);
        realm().browserFlow(
                        "named",
                        FlowStep.required("auth-username-form"),
                        new FlowStep(
                                "named proof",
                                "REQUIRED",
                                Map.of(),
                                List.of(FlowStep.alternative(EMAIL), FlowStep.alternative("auth-password-form"))));

        Page page = start(browser()).submit("#kc-login", Map.of("username", name));

        assertThat(page.has("#password")).as("%s", page).isTrue();
        assertThat(page.has("#org-switcher-email-submit")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b\u00fccher-%s.example",
                "bu\u0308cher-%s.example",
                "\u043f\u0440\u0430\u0432\u0434\u0430-%s.\u0440\u0444",
                "\u043f\u0440\u0430\u0432\u0434\u0430-%s.xn--p1ai"
            })
    void userOnRecordInUnicodeIsFoundAndNotRewritten(String domain) {
        String onRecord = "ann@" + domain.formatted(unique());
        String id = realm().user("ann-" + unique(), onRecord);
        OidcClient app = realm().app();

        Page end = finish(enter(send(start(app, browser(), Map.of()), onRecord), code(read(onRecord))));

        assertThat(app.tokens(end).accessClaims().path("sub").asText()).isEqualTo(id);
        assertThat(users(read(onRecord))).isEmpty();
        assertThat(realm().resource().users().get(id).toRepresentation().getEmail())
                .isEqualTo(onRecord);
    }

    @Test
    void twoSpellingsOfOneAddressAreSeveralUsers() {
        String onRecord = "ann@b\u00fccher" + unique() + ".example";
        realm().user("ann-" + unique(), onRecord);
        realm().user("ann-" + unique(), read(onRecord));

        Page page = enter(send(start(browser()), onRecord), code(read(onRecord)));

        assertThat(addressError(page)).contains("cannot sign in with this address");
        assertThat(events("email_in_use")).isNotEmpty();
    }

    /** The cache goes on naming the first. */
    @Test
    void addressOfSeveralUsersSignsNobodyInAfterOneHas() {
        change(realm -> {
            realm.setLoginWithEmailAllowed(false);
            realm.setDuplicateEmailsAllowed(true);
        });
        try {
            String address = newAddress();
            realm().user("first-" + unique(), address);
            finish(enter(send(start(browser()), address), code(address)));
            String second = "second-" + unique();
            realm().user(second, address);

            Page page = enter(
                    send(start(browser()), address), code(server().mailbox().awaitMailTo(address, 1)));

            assertThat(addressError(page)).contains("cannot sign in with this address");
        } finally {
            change(realm -> {
                realm.setDuplicateEmailsAllowed(false);
                realm.setLoginWithEmailAllowed(true);
            });
        }
    }

    @Test
    void lettersThatTheMailServerDoesNotTakeAreRefusedAtOnce() {
        String address = "j\u00f6rg@" + unique() + ".example";
        int before = events("invalid_email").size();

        Page page = send(start(browser()), address);

        assertThat(addressError(page)).contains("plain letters");
        assertThat(page.element("#org-switcher-email-address").attr("value")).isEqualTo(address);
        assertThat(events("invalid_email")).hasSize(before + 1);
        assertThat(events("email_send_failed")).isEmpty();
    }

    @Test
    void lettersThatTheMailServerTakesSignIn() {
        allowUtf8(true);
        try {
            String typed = "J\u00d6RG@ma\u00df" + unique() + ".example";

            Page sent = send(start(browser()), typed);

            assertThat(isCodePage(sent)).as("%s", sent).isTrue();
            fillProfile(enter(sent, code(read(typed))));
            assertThat(users(read(typed))).hasSize(1);
        } finally {
            allowUtf8(false);
        }
    }

    @Test
    void organizationsProviderIsGoneToInEverySpelling() {
        String domain = "b\u00fccher" + unique() + ".example";
        String corp = realm().organization("Corp " + unique(), "corp-" + unique(), Map.of());
        realm().providerOfDomain("corp-" + unique(), corp, domain);

        for (String typed :
                List.of("ann@" + domain, read("ann@" + domain), "ann@" + domain.replace("\u00fc", "u\u0308"))) {
            assertThat(send(start(browser()), typed).uri().getPath()).as(typed).contains(realm().name() + "-social");
        }
    }

    /** An administrator of one organization alone can give it any domain in Keycloak. */
    @ParameterizedTest
    @CsvSource({"true, false, false", "true, true, true", "false, false, true"})
    void providerOfAnotherOrganizationTakesNobodysMailAway(boolean held, boolean shared, boolean taken) {
        String domain = "d" + unique() + ".example";
        String owner = realm().organization("Owner " + unique(), "owner-" + unique(), allowed(held, domain));
        String other = realm().organization("Other " + unique(), "other-" + unique(), allowed(shared, domain));
        realm().providerOfDomain("other-" + unique(), other, domain);

        assertThat(isTaken("ann@" + domain)).isEqualTo(taken);

        markVerified(owner, "sub." + domain);
        assertThat(isTaken("ann@" + domain)).as("what is below it is not it").isEqualTo(taken);
        assertThat(isTaken("ann@sub." + domain)).isFalse();
    }

    /** A tenant can write them all down as Keycloak domains of its own. */
    @Test
    void nobodysMailIsTakenAwayOnDomainsThatAreEverybodys() {
        String other = realm().organization("Other " + unique(), "other-" + unique(), Map.of());
        realm().providerOfDomain("other-" + unique(), other, "gmail.com");

        assertThat(isTaken("ann." + unique() + "@gmail.com")).isFalse();
    }

    /** Where there are tenants, a domain that an organization merely has in Keycloak may be one of theirs. */
    @Test
    void nobodysMailIsTakenAwayByWhatATenantMayHaveWritten() {
        String domain = "d" + unique() + ".example";
        String other = realm().organization("Other " + unique(), "other-" + unique(), Map.of());
        realm().providerOfDomain("other-" + unique(), other, domain);
        assertThat(isTaken("ann@" + domain)).isTrue();

        change(realm -> realm.setAdminPermissionsEnabled(true));
        try {
            assertThat(isTaken("ann@" + domain)).isFalse();
        } finally {
            change(realm -> realm.setAdminPermissionsEnabled(false));
        }
    }

    private boolean isTaken(String address) {
        return send(start(browser()), address).uri().getPath().contains(realm().name() + "-social");
    }

    private static Map<String, List<String>> allowed(boolean allowed, String domain) {
        return allowed ? Map.of("org-switcher.allowed-domains", List.of(domain)) : Map.of();
    }

    private void markVerified(String organization, String domain) {
        var resource = realm().resource().organizations().get(organization);
        var representation = resource.toRepresentation();
        var marked = new OrganizationDomainRepresentation(domain);
        marked.setVerified(true);
        representation.addDomain(marked);
        resource.update(representation).close();
    }

    private void allowUtf8(boolean allowed) {
        change(realm -> {
            Map<String, String> smtp = new HashMap<>(realm.getSmtpServer());
            smtp.put("allowutf8", String.valueOf(allowed));
            realm.setSmtpServer(smtp);
        });
    }

    private List<UserRepresentation> users(String email) {
        return realm().resource().users().searchByEmail(email, true);
    }

    private static String read(String address) {
        return EmailAddress.typed(address).orElseThrow().text();
    }

    private static String unique() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
