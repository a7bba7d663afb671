package io.github.orgswitcher.setup;

import io.github.orgswitcher.token.Overrides;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whether the mappers that keep tokens to what was chosen are in their place. */
final class OwnMappers implements SetupCheck {

    @Override
    public Stream<SetupWarning> warnings(KeycloakSession session, RealmModel realm, SetupState state) {
        return Overrides.foreign(session.getKeycloakSessionFactory()).entrySet().stream()
                .map(mapper -> SetupWarning.of(SetupWarningCode.MAPPER_OF_OTHERS, mapper.getKey(), mapper.getValue()));
    }
}
