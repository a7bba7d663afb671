package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.FlowStep;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.UserAgent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** Email as a level of authentication, as Keycloak reports it: first factor below a password, and the other way round. */
class EmailStepUpIT extends EmailSignInSuite {

    @BeforeAll
    void addLevels() {
        change(realm -> {
            Map<String, String> attributes = new HashMap<>(realm.getAttributes());
            attributes.put("acr.loa.map", "{\"low\":1,\"high\":2}");
            realm.setAttributes(attributes);
        });
        ProtocolMapperRepresentation amr = new ProtocolMapperRepresentation();
        amr.setName("amr");
        amr.setProtocol("openid-connect");
        amr.setProtocolMapper("oidc-amr-mapper");
        amr.setConfig(Map.of("access.token.claim", "true", "id.token.claim", "true"));
        var clients = realm().resource().clients();
        clients.get(clients.findByClientId("app").get(0).getId())
                .getProtocolMappers()
                .createMapper(amr)
                .close();
    }

    private void levels(String alias, FlowStep first, FlowStep second) {
        realm().browserFlow(
                        alias,
                        FlowStep.alternative("auth-cookie"),
                        FlowStep.alternative(
                                alias + " levels", level(alias + " 1", 1, first), level(alias + " 2", 2, second)));
    }

    private static FlowStep level(String alias, int level, FlowStep step) {
        FlowStep condition = FlowStep.required("conditional-level-of-authentication")
                .with(Map.of("loa-condition-level", String.valueOf(level), "loa-max-age", "36000"));
        return new FlowStep(alias, "CONDITIONAL", Map.of(), List.of(condition, step));
    }

    private static FlowStep email() {
        return FlowStep.required(EMAIL)
                .with(Map.of("default.reference.value", "email", "default.reference.maxAge", "3600"));
    }

    @Test
    void emailIsTheFirstLevel() {
        levels("email-first", email(), FlowStep.required("auth-password-form"));
        String address = newAddress();
        member(address);
        UserAgent browser = browser();
        OidcClient app = realm().app();

        Page end = finish(enter(send(app.authorize(browser, Map.of("acr_values", "low")), address), code(address)));

        var claims = app.tokens(end).accessClaims();
        assertThat(claims.path("acr").asText()).isEqualTo("low");
        assertThat(claims.path("amr").path(0).asText()).isEqualTo("email");

        OidcClient higher = realm().app();
        Page password = higher.authorize(browser, Map.of("acr_values", "high"));
        assertThat(password.has("#password")).as("%s", password).isTrue();
        Page done = password.submit("#kc-login", Map.of("password", password()));
        assertThat(higher.tokens(finish(done)).accessClaims().path("acr").asText())
                .isEqualTo("high");
    }

    @Test
    void emailIsTheSecondLevel() {
        levels("email-second", FlowStep.required("auth-username-password-form"), email());
        String address = newAddress();
        member(address);
        OidcClient app = realm().app();
        Page password = app.authorize(browser(), Map.of("acr_values", "high"));
        Page page = password.submit(
                "#kc-login", Map.of("username", "user-" + address.split("@")[0], "password", password()));
        assertThat(isAddressPage(page)).isFalse();
        assertThat(page.text()).as("nor is it told to whom a password is known").doesNotContain(address);

        Page end = enter(page.submit("#org-switcher-email-submit"), code(address));

        assertThat(app.tokens(finish(end)).accessClaims().path("acr").asText()).isEqualTo("high");
    }
}
