package io.github.orgswitcher.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.ThemeManager;
import org.keycloak.theme.Theme;
import org.keycloak.theme.ThemeSelectorProvider;

class ConsoleThemeTest {

    @ParameterizedTest(name = "realm {0}, server {1}")
    @CsvSource({
        ", keycloak.v2, false, org-switcher",
        "keycloak.v2, keycloak.v2, false, org-switcher",
        ", org-switcher, true,",
        ", ours-with-tab, true,",
        ", ours, false,",
        "ours, keycloak.v2, false, ours",
        "keycloak.v2, org-switcher, false, org-switcher",
    })
    void themeOfTheRealmComesBeforeThatOfTheServer(
            @Nullable String own, String ofServer, boolean shows, @Nullable String chosen) {
        AtomicReference<@Nullable String> theme = new AtomicReference<>(own);
        ConsoleTheme console = new ConsoleTheme(session(ofServer), realm(theme));

        assertThat(console.showsTab()).isEqualTo(shows);
        console.choose();

        assertThat(theme.get()).isEqualTo(chosen);
    }

    private static RealmModel realm(AtomicReference<@Nullable String> theme) {
        return answering(RealmModel.class, (method, arguments) -> {
            if (method.equals("setAdminTheme")) {
                theme.set((String) arguments.get(0));
            }
            return method.equals("getAdminTheme") ? theme.get() : null;
        });
    }

    private static KeycloakSession session(String ofServer) {
        ThemeSelectorProvider selector = answering(ThemeSelectorProvider.class, (method, arguments) -> ofServer);
        ThemeManager themes = answering(ThemeManager.class, (method, arguments) -> theme((String) arguments.get(0)));
        return answering(KeycloakSession.class, (method, arguments) -> method.equals("theme") ? themes : selector);
    }

    private static Theme theme(String name) {
        Properties properties = new Properties();
        properties.setProperty("orgSwitcherTab", "" + (name.equals("org-switcher") || name.endsWith("-with-tab")));
        return answering(Theme.class, (method, arguments) -> properties);
    }

    private static <T> T answering(Class<T> type, BiFunction<String, List<Object>, @Nullable Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) ->
                        answer.apply(method.getName(), arguments == null ? List.of() : List.of(arguments))));
    }
}
