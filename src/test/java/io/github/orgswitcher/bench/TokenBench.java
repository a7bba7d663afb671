package io.github.orgswitcher.bench;

import io.github.orgswitcher.testing.KeycloakServer;
import io.github.orgswitcher.testing.ManyOrganizations;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Keycloak's step to new tokens costs, by the scope, and how large they are. */
class TokenBench extends Bench {

    @Test
    void tokens() {
        ProcessorTime tokens = new ProcessorTime();
        for (int number : new int[] {1, 1_000}) {
            add(tokens, BARE, realm(BARE), number);
            add(tokens, EXTENDED, silent(), number);
        }
        tokens.print("New tokens for a refresh token");
    }

    /** A realm with the required action, which leaves social logins alone: the scope says which organizations a token is for. */
    private static TestRealm silent() {
        TestRealm realm = realm(EXTENDED);
        realm.enableRequiredAction("org-switcher", Map.of("intercept", "PASSWORD"));
        return realm;
    }

    private static void add(ProcessorTime tokens, KeycloakServer server, TestRealm realm, int number) {
        String acme = realm.organization("Acme", "acme", Map.of());
        Visitor member = Visitor.of(realm, other(server), "member", "member@nobodys.example");
        ManyOrganizations.add(realm, "t" + number, number, acme).join(member.id());
        realm.resource().clearUserCache();
        for (String scope : List.of("openid", "openid organization:t" + number + "-1", "openid organization:*")) {
            Tokens first = member.tokens(scope);
            String name = "%,d memberships, %s, %s, %,d bytes"
                    .formatted(
                            number,
                            server.equals(BARE) ? "without the jar" : "with it",
                            scope,
                            first.accessToken().length());
            tokens.add(name, server, () -> realm.app().refresh(first));
        }
    }
}
