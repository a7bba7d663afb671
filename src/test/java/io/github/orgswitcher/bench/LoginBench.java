package io.github.orgswitcher.bench;

import io.github.orgswitcher.testing.KeycloakServer;
import io.github.orgswitcher.testing.ManyOrganizations;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.TestRealm;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a login costs by each door, and with more and more memberships. */
class LoginBench extends Bench {

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
}
