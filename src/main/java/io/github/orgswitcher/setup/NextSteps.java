package io.github.orgswitcher.setup;

import io.github.orgswitcher.platform.account.ManageAddress;
import io.github.orgswitcher.platform.admin.AdminView;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.RealmStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;

/** What is left to do until people meet the switcher, in the order in which to do it, and where to look at it then. */
final class NextSteps {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ConsoleTheme console;
    private final boolean mayChangeConsole;

    NextSteps(KeycloakSession session, RealmModel realm, ConsoleTheme console, boolean mayChangeConsole) {
        this.session = session;
        this.realm = realm;
        this.console = console;
        this.mayChangeConsole = mayChangeConsole;
    }

    /** None while the switcher or the realm's organizations are off. */
    List<NextStep> after(SetupState state) {
        if (!state.enabled() || !state.organizationsEnabled()) {
            return List.of();
        }
        return Stream.of(wayIn(state), somebodyToJoin(), tab(), look())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<NextStep> wayIn(SetupState state) {
        return state.passwordless() || !state.identityProviders().isEmpty()
                ? Optional.empty()
                : step(NextStepCode.WAY_IN);
    }

    private Optional<NextStep> somebodyToJoin() {
        if (session.getProvider(OrganizationProvider.class)
                .getAllStream("", null, 0, 1)
                .findAny()
                .isEmpty()) {
            return step(NextStepCode.ORGANIZATION);
        }
        Paging one = new Paging(List.of(), 0, 1);
        return RealmStore.of(session, realm)
                        .lists()
                        .domains(one, AdminView.UNFILTERED)
                        .isEmpty()
                ? step(NextStepCode.ALLOWED_DOMAIN)
                : Optional.empty();
    }

    private Optional<NextStep> tab() {
        if (console.showsTab()) {
            return Optional.empty();
        }
        return step(
                mayChangeConsole ? NextStepCode.CONSOLE_TAB : NextStepCode.CONSOLE_TAB_BY_OTHERS,
                console.home().getName());
    }

    private Optional<NextStep> look() {
        return ManageAddress.isOn(realm) ? step(NextStepCode.TRY) : Optional.empty();
    }

    private static Optional<NextStep> step(NextStepCode code, String... params) {
        return Optional.of(new NextStep(code, List.of(params)));
    }
}
