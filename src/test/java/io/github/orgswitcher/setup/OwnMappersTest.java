package io.github.orgswitcher.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.mappers.HardcodedClaim;

class OwnMappersTest {

    private static final SetupState STATE =
            new SetupState(true, true, new TreeSet<>(), true, false, true, new TreeSet<>());

    @Test
    void mapperOfAnotherExtensionIsNamedWithItsClass() {
        HardcodedClaim foreign = new HardcodedClaim();
        KeycloakSessionFactory factory = answering(
                KeycloakSessionFactory.class,
                arguments -> "oidc-organization-membership-mapper".equals(arguments.get(1)) ? foreign : null);
        KeycloakSession session = answering(KeycloakSession.class, arguments -> factory);
        RealmModel realm = answering(RealmModel.class, arguments -> null);

        assertThat(new OwnMappers().warnings(session, realm, STATE))
                .containsExactly(SetupWarning.of(
                        SetupWarningCode.MAPPER_OF_OTHERS,
                        "oidc-organization-membership-mapper",
                        HardcodedClaim.class.getName()));
    }

    private static <T> T answering(Class<T> type, java.util.function.Function<List<Object>, Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.apply(arguments == null ? List.of() : List.of(arguments))));
    }
}
