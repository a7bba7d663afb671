package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.FlowStep;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.UserAgent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A step that another extension has brought, and that proves an address; here one of the tests' own. */
class OthersProofsIT extends SwitcherSuite {

    private static final String STEP = "it-believed-address";
    private static final String SETTING = "passwordlessProofs";

    @BeforeAll
    void makeFlow() {
        realm().browserFlow(
                        "others",
                        FlowStep.alternative("auth-cookie"),
                        FlowStep.alternative(STEP).with(Map.of("default.reference.value", "mailed")));
    }

    @Test
    void countsAsPasswordUntilTheSettingNamesItsId() {
        realm().user("mona", "mona@acme.example");
        realm().enableRequiredAction("org-switcher", Map.of("show", "WHEN_NEEDED"));
        assertThat(signIn("mona@acme.example").left()).isTrue();

        realm().enableRequiredAction("org-switcher", Map.of(SETTING, STEP));
        assertThat(Switcher.on(signIn("mona@acme.example")).offers()).containsExactly("acme", "acme-labs");
    }

    @Test
    void valueOfAmrNamesItAsWell() {
        realm().user("nils", "nils@acme.example");
        realm().enableRequiredAction("org-switcher", Map.of(SETTING, "mailed##" + STEP + "##mailed"));
        realm().enableRequiredAction("org-switcher", Map.of(SETTING, "mailed"));
        assertThat(Switcher.on(signIn("nils@acme.example")).join("acme").left()).isTrue();
        assertThat(realm().isMember(acme, realm().userId("nils"))).isTrue();
    }

    @Test
    void passwordStaysOneWhateverElseIsNamed() {
        realm().user("olaf", "olaf@acme.example");
        realm().enableRequiredAction("org-switcher", Map.of(SETTING, "auth-username-password-form##" + STEP));
        realm().bindBrowserFlow("browser");
        try {
            OidcClient app = realm().app();
            Page page = app.authorize(UserAgent.on(server()), ORGANIZATION);
            assertThat(OidcClient.fillLogin(page, "olaf").left()).isTrue();
        } finally {
            realm().bindBrowserFlow("others");
        }
    }

    @Test
    void nameThatNoStepHasIsRefusedAndTold() {
        String path = "authentication/required-actions/org-switcher";
        RestResponse refused =
                realm().rest().put(path + "/config", Map.of("config", Map.of(SETTING, "ext-magic-form")));
        assertThat(refused.status()).as("%s", refused).isEqualTo(400);

        Map<String, Object> action = Map.of(
                "alias", "org-switcher",
                "providerId", "org-switcher",
                "name", "Organization switcher",
                "enabled", true,
                "config", Map.of(SETTING, "ext-magic-form"));
        assertThat(realm().rest().put(path, action).status()).isEqualTo(204);
        List<String> warnings = realm().rest().get("org-switcher/setup").json().findValuesAsText("code");
        assertThat(warnings).contains("SETTING_IGNORED");
    }

    private Page signIn(String address) {
        Page page = realm().app().authorize(UserAgent.on(server()), ORGANIZATION);
        return page.submit("#believe", Map.of("address", address));
    }
}
