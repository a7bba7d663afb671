package io.github.orgswitcher.setup;

import io.github.orgswitcher.store.CommittedReads;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whether requests see what others commit, in a realm where people come to the switcher or sign in by email. */
final class DatabaseReads implements SetupCheck {

    @Override
    public Stream<SetupWarning> warnings(KeycloakSession session, RealmModel realm, SetupState state) {
        return state.isInUse() && !CommittedReads.areOn(session)
                ? Stream.of(SetupWarning.of(SetupWarningCode.DATABASE_READS_REPEATABLY, CommittedReads.SETTING))
                : Stream.empty();
    }
}
