package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.FlowStep;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.Mail;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** A realm where people may register, whose browser flow starts with email and has a password beside it. */
abstract class EmailSignInSuite extends KeycloakSuite {

    static final String FLOW = "email";
    static final String EMAIL = "email-sign-in";
    static final String WRONG = "000000";

    private static final Pattern CODE = Pattern.compile("\\b(\\d{3}) (\\d{3})\\b");

    String acme;

    @BeforeAll
    void prepare() {
        change(realm -> realm.setRegistrationAllowed(true));
        acme = realm().organization("Acme", "acme", Map.of("org-switcher.allowed-domains", List.of("acme.example")));
        realm().enableRequiredAction("org-switcher", Map.of());
        useFlow(FLOW, Map.of());
    }

    /** Makes and binds a flow: cookie, switcher, provider hint, email with these settings, password. */
    void useFlow(String alias, Map<String, String> settings) {
        realm().browserFlow(
                        alias,
                        FlowStep.alternative("auth-cookie"),
                        FlowStep.alternative("org-switcher"),
                        FlowStep.alternative("identity-provider-redirector"),
                        FlowStep.alternative(EMAIL).with(settings),
                        FlowStep.alternative("auth-username-password-form"));
    }

    void change(Consumer<RealmRepresentation> change) {
        RealmRepresentation representation = realm().resource().toRepresentation();
        change.accept(representation);
        realm().resource().update(representation);
    }

    /** An address that nobody has used yet. */
    static String newAddress() {
        return "u" + UUID.randomUUID().toString().substring(0, 8) + "@acme.example";
    }

    UserAgent browser() {
        return UserAgent.on(server());
    }

    /** Opens the application; ends at the page that asks for an address. */
    static Page start(OidcClient client, UserAgent agent, Map<String, String> extra) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of("scope", "openid organization"));
        parameters.putAll(extra);
        return client.authorize(agent, parameters);
    }

    Page start(UserAgent agent) {
        return start(realm().app(), agent, Map.of());
    }

    /** Has a mail sent. */
    static Page send(Page page, String address) {
        return page.submit("#org-switcher-email-submit", Map.of("email", address));
    }

    static Page enter(Page page, String code) {
        return page.submit("#org-switcher-email-submit", Map.of("code", code));
    }

    Mail mail(String address) {
        return server().mailbox().awaitMailTo(address);
    }

    String code(String address) {
        return code(mail(address));
    }

    static String code(Mail mail) {
        Matcher matcher = CODE.matcher(mail.text());
        assertThat(matcher.find()).as("a code in %s", mail.text()).isTrue();
        return matcher.group(1) + matcher.group(2);
    }

    URI link(String address) {
        return link(mail(address));
    }

    static URI link(Mail mail) {
        return mail.links().get(0);
    }

    /** A code that is not the mail's. */
    static String wrong(String code) {
        return code.equals(WRONG) ? "111111" : WRONG;
    }

    /** Fills in what Keycloak asks of somebody new, and skips the organizations. */
    static Page finish(Page page) {
        Page next = fillProfile(page);
        return next.has("#org-switcher-skip") ? next.submit("#org-switcher-skip") : next;
    }

    static Page fillProfile(Page page) {
        return page.has("#kc-update-profile-form")
                ? page.submit(
                        "#kc-update-profile-form [type=submit]", Map.of("firstName", "Ada", "lastName", "Example"))
                : page;
    }

    static boolean isAddressPage(Page page) {
        return page.has("#org-switcher-email-address");
    }

    static boolean isCodePage(Page page) {
        return page.has("#org-switcher-email-code");
    }

    /** The one message bound to a field. */
    static String error(Page page, String field) {
        return page.element("#" + page.element("#" + field).attr("aria-describedby"))
                .text();
    }

    static String codeError(Page page) {
        return error(page, "org-switcher-email-code");
    }

    static String addressError(Page page) {
        return error(page, "org-switcher-email-address");
    }

    boolean userExists(String email) {
        return !realm().resource().users().searchByEmail(email, true).isEmpty();
    }

    List<EventRepresentation> events(String error) {
        return realm().events().stream()
                .filter(event -> error.equals(event.getError()))
                .toList();
    }

    static List<String> organizations(OidcClient client, Page page) {
        List<String> aliases = new ArrayList<>();
        client.tokens(page).accessClaims().path("organization").forEach(alias -> aliases.add(alias.asText()));
        return aliases;
    }

    /** Somebody who has an account with a whole profile, and a password. */
    String member(String email) {
        return realm().user("user-" + email.substring(0, email.indexOf('@')), email);
    }

    static String password() {
        return TestRealm.PASSWORD;
    }
}
