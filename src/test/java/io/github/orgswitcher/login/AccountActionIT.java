package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an application is told that has asked for "Your organizations" by {@code kc_action}. */
class AccountActionIT extends SwitcherSuite {

    private static final Map<String, String> ASKED = Map.of("kc_action", "org-switcher-account");

    @BeforeAll
    void switchThePageOn() {
        realm().enableRequiredAction("org-switcher-account", Map.of());
        realm().browserFlowWith("org-switcher");
    }

    @Test
    void doingSomethingIsASuccessAndDoingNothingIsNone() {
        Person ida = person("ida", "ida@acme.example");
        OidcClient app = realm().app();
        Switcher.on(ida.signIn(app)).skip();

        Page looked = ida.open(app, ASKED).submit("#org-switcher-done");
        assertThat(looked.query()).containsEntry("kc_action_status", "cancelled");
        Page refused = ida.open(app, ASKED)
                .submit("#org-switcher-create", Map.of("name", " "))
                .submit("#org-switcher-done");
        assertThat(refused.query()).containsEntry("kc_action_status", "cancelled");
        Page joined = ida.open(app, ASKED).submit("#org-switcher-join-acme").submit("#org-switcher-done");
        assertThat(joined.query())
                .containsEntry("kc_action_status", "success")
                .containsEntry("kc_action", "org-switcher-account");
        assertThat(app.tokens(joined).accessToken()).isNotBlank();
    }

    @Test
    void loginThatHasYetToBeDoneTellsItToo() {
        Person jan = person("jan", "jan@acme.example");
        OidcClient app = realm().app();

        Page page = Switcher.on(jan.signIn(app, ASKED)).skip();

        assertThat(page.submit("#org-switcher-join-acme")
                        .submit("#org-switcher-done")
                        .query())
                .containsEntry("kc_action_status", "success");
        Person elsewhere = jan.elsewhere();
        assertThat(elsewhere.signIn(app, ASKED).submit("#org-switcher-done").query())
                .containsEntry("kc_action_status", "cancelled");
    }

    @Test
    void switchingAndLeavingTellItWhateverIsAskedNext() {
        Person kim = person("kim", "kim@acme.example");
        OidcClient app = realm().app();
        Switcher.on(kim.signIn(app)).join("acme");
        realm().member(labs, kim.id());

        Page switched = kim.open(app, ASKED).submit("#org-switcher-continue-acme-labs");
        assertThat(switched.submit("#org-switcher-done").query()).containsEntry("kc_action_status", "success");
        Page left = kim.open(app, ASKED).submit("#org-switcher-leave-acme-labs").submit("#org-switcher-done");
        Page end = left.left() ? left : Switcher.on(left).skip();
        assertThat(end.query()).containsEntry("kc_action_status", "success");
    }
}
