package io.github.orgswitcher.bench;

import io.github.orgswitcher.testing.KeycloakServer;
import io.github.orgswitcher.testing.ManyOrganizations;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.TestRealm;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Prints what a login costs, with the extension and without; asserts nothing. {@code mvn -Pbench} runs it. Each of the two
 * servers plays the social provider of the other's realms, which are not removed: both end with this process, and their
 * databases with them.
 */
@Timeout(value = 4, unit = TimeUnit.HOURS)
class LoginBench {

    private static final String SCOPE = "openid organization";
    private static final KeycloakServer EXTENDED = KeycloakServer.asShipped();
    private static final KeycloakServer BARE = KeycloakServer.bare();

    @Test
    void doors() {
        Visitor without = member(realm(BARE));
        Visitor off = member(realm(EXTENDED));
        TestRealm action = switcher();
        TestRealm flow = switcher();
        flow.postBrokerFlow("org-switcher");
        Visitor atAction = member(action);
        Visitor atFlow = member(flow);
        new ProcessorTime()
                .add("Keycloak without the jar", BARE, () -> without.tokens(SCOPE))
                .add("with the jar, nothing switched on", EXTENDED, () -> off.tokens(SCOPE))
                .add("with the required action", EXTENDED, () -> atAction.tokens(SCOPE))
                .add("with the required action and the post-login flow", EXTENDED, () -> atFlow.tokens(SCOPE))
                .print("A social login of a member of one organization, no page");
    }

    /** Whenever Keycloak has a person with memberships before it, it looks at each, with the extension and without. */
    @Test
    void memberships() {
        TestRealm plain = realm(BARE);
        TestRealm realm = switcher();
        Map<Integer, Visitor> without = members(plain, EXTENDED);
        Map<Integer, Visitor> members = members(realm, BARE);
        ProcessorTime silent = new ProcessorTime();
        ProcessorTime whole = new ProcessorTime();
        ProcessorTime drawn = new ProcessorTime();
        members.forEach((number, member) -> {
            String alias = "m" + number + "-1";
            String scope = "openid organization:" + alias;
            Visitor same = without.get(number);
            silent.add(number + " memberships, without the jar", BARE, () -> same.tokens(scope));
            silent.add(number + " memberships", EXTENDED, () -> member.tokens(scope));
            whole.add(
                    number + " memberships",
                    EXTENDED,
                    () -> left(member.page().submit("#org-switcher-continue-" + alias)));
            draw(drawn, number + " memberships, Keycloak's page of the profile", BARE, same.profile());
            draw(drawn, number + " memberships, the switcher", EXTENDED, member.page());
        });
        silent.print("A login that names its organization, no page");
        whole.print("A login with page and press");
        drawn.print("A page alone, drawn again");
    }

    private static Map<Integer, Visitor> members(TestRealm realm, KeycloakServer provider) {
        String acme = realm.organization("Acme", "acme", Map.of());
        Map<Integer, Visitor> members = new LinkedHashMap<>();
        for (int number : new int[] {1, 10, 20, 1_000}) {
            Visitor member = Visitor.of(realm, provider, "member-of-" + number, number + "@nobodys.example");
            ManyOrganizations.add(realm, "m" + number, number, acme).join(member.id());
            members.put(number, member);
        }
        realm.resource().clearUserCache();
        return members;
    }

    private static void draw(ProcessorTime drawn, String name, KeycloakServer server, Page page) {
        drawn.add(
                name + ", " + bytes(page) + " bytes", server, () -> page.agent().open(page.uri()));
    }

    @Test
    void tokens() {
        TestRealm realm = realm(BARE);
        String acme = realm.organization("Acme", "acme", Map.of());
        ProcessorTime tokens = new ProcessorTime();
        for (int number : new int[] {1, 1_000}) {
            Visitor member = Visitor.of(realm, EXTENDED, "holder-of-" + number, number + "@nobodys.example");
            ManyOrganizations.add(realm, "t" + number, number, acme).join(member.id());
            realm.resource().clearUserCache();
            for (String scope :
                    new String[] {"openid", "openid organization:t" + number + "-1", "openid organization:*"}) {
                int bytes = member.tokens(scope).accessToken().length();
                tokens.add(
                        number + " memberships, " + scope + ", " + bytes + " bytes", BARE, () -> member.tokens(scope));
            }
        }
        tokens.print("Keycloak's own token step, without the jar");
    }

    @Test
    void organizations() {
        ProcessorTime silent = new ProcessorTime();
        ProcessorTime shown = new ProcessorTime();
        for (int number : new int[] {10, 10_000, 100_000}) {
            TestRealm realm = switcher();
            String acme = realm.organization("Acme", "acme", Map.of());
            ManyOrganizations many = ManyOrganizations.add(realm, "l" + number, number, acme);
            many.allowEach(10);
            Visitor guest = Visitor.of(realm, BARE, "guest", "guest@l" + number + "-7-3.example");
            String name = String.format("%,d organizations with %,d allowed domains", number, 10 * number);
            silent.add(name, EXTENDED, () -> guest.tokens(SCOPE));
            shown.add(name, EXTENDED, guest::page);
        }
        silent.print("A login of somebody with one offer that was declined, no page");
        shown.print("The same up to the page");
    }

    private static TestRealm realm(KeycloakServer server) {
        return TestRealm.on(server, other(server));
    }

    private static KeycloakServer other(KeycloakServer server) {
        return server.equals(BARE) ? EXTENDED : BARE;
    }

    private static TestRealm switcher() {
        TestRealm realm = realm(EXTENDED);
        realm.enableRequiredAction("org-switcher", Map.of());
        return realm;
    }

    private static Visitor member(TestRealm realm) {
        String acme = realm.organization("Acme", "acme", Map.of());
        Visitor member = Visitor.of(realm, other(realm.server()), "member", "member@acme.example");
        realm.member(acme, member.id());
        return member;
    }

    private static void left(Page page) {
        if (!page.left()) {
            throw new AssertionError("Not back at the application: " + page);
        }
    }

    private static int bytes(Page page) {
        return page.document().outerHtml().getBytes(StandardCharsets.UTF_8).length;
    }
}
