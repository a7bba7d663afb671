package io.github.orgswitcher.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.ThemeManager;
import org.keycloak.models.UserModel;
import org.keycloak.theme.Theme;

class SentencesTest {

    private final AtomicInteger bundles = new AtomicInteger();
    private final Map<Object, Object> attributes = new HashMap<>();

    /** As those of an organization that declares very many domains that cannot be taken. */
    @Test
    void manyRefusedValuesPutOneBundleTogether() {
        KeycloakSession session = session();
        RealmModel home = stub(RealmModel.class, (method, args) -> "home");
        UserModel admin = stub(UserModel.class, (method, args) -> "admin");
        assertThat(IntStream.range(0, 1000).mapToObj(number -> Sentences.of(session, home, admin, Theme.Type.ADMIN)
                        .message("refused", "d" + number + ".example")))
                .startsWith("d0.example cannot be allowed.")
                .endsWith("d999.example cannot be allowed.");
        assertThat(bundles).hasValue(1);
    }

    private KeycloakSession session() {
        Theme theme = stub(Theme.class, (method, args) -> {
            bundles.incrementAndGet();
            Properties texts = new Properties();
            texts.setProperty("refused", "{0} cannot be allowed.");
            return texts;
        });
        ThemeManager themes = stub(ThemeManager.class, (method, args) -> theme);
        LocaleSelectorProvider locales = stub(LocaleSelectorProvider.class, (method, args) -> Locale.ENGLISH);
        return stub(KeycloakSession.class, (method, args) -> switch (method) {
            case "theme" -> themes;
            case "getProvider" -> locales;
            case "getAttribute" -> attributes.get(args[0]);
            case "setAttribute" -> attributes.put(args[0], args[1]);
            default -> throw new AssertionError(method);
        });
    }

    private static <T> T stub(Class<T> type, BiFunction<String, Object[], Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> answer.apply(method.getName(), args)));
    }
}
