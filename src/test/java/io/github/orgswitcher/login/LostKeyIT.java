package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.UserAgent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ComponentRepresentation;

/** A proof of an address that was kept with a key that the realm has given up. */
class LostKeyIT extends SwitcherSuite {

    private static final String KEYS = "org.keycloak.keys.KeyProvider";

    @Override
    Map<String, String> settings() {
        return Map.of("intercept", "SOCIAL##ENTERPRISE##PASSWORDLESS##PASSWORD");
    }

    /** With the key it cannot be read whose the proof was. */
    @Test
    void proofThatCannotBeReadAnyMoreIsNone() {
        realm().user("keyless", "keyless@acme.example");
        assertThat(byPassword("keyless").offers()).contains("acme");
        List<ComponentRepresentation> former =
                realm()
                        .resource()
                        .components()
                        .query(realm().resource().toRepresentation().getId(), KEYS)
                        .stream()
                        .filter(key -> "HS512".equals(key.getConfig().getFirst("algorithm")))
                        .toList();
        ComponentRepresentation next = new ComponentRepresentation();
        next.setName("next");
        next.setProviderType(KEYS);
        next.setProviderId("hmac-generated");
        next.setParentId(former.get(0).getParentId());
        next.setConfig(former.get(0).getConfig());
        next.getConfig().remove("kid");
        next.getConfig().remove("secret");
        next.getConfig().putSingle("priority", "200");
        realm().resource().components().add(next).close();
        assertThat(byPassword("keyless").offers()).as("the former key is there").contains("acme");

        former.forEach(
                key -> realm().resource().components().component(key.getId()).remove());
        Switcher switcher = byPassword("keyless");
        assertThat(switcher.offers()).isEmpty();
        assertThat(switcher.page().has("#org-switcher-verify"))
                .as("it can be proven anew")
                .isTrue();
        assertThat(Switcher.on(switcher.post("join", acme)).choiceError()).contains("no longer available");
    }

    private Switcher byPassword(String username) {
        Map<String, String> shown = new LinkedHashMap<>(ORGANIZATION);
        shown.put("prompt", "select_account");
        return Switcher.on(OidcClient.fillLogin(realm().app().authorize(UserAgent.on(server()), shown), username));
    }
}
