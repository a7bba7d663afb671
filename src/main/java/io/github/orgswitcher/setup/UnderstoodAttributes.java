package io.github.orgswitcher.setup;

import io.github.orgswitcher.declared.DeclaredPolicies;
import io.github.orgswitcher.declared.DeclaredPolicies.Declaring;
import io.github.orgswitcher.store.RealmStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whether organizations' attributes say what can be understood: one that is misspelt keeps everybody out, and nobody is told who comes. */
final class UnderstoodAttributes implements SetupCheck {

    private static final int PAGE = 200;

    /** Organizations that are looked at, of those whose attributes let nobody in; most mean it. */
    private static final int MOST_PAGES = 10;

    /** Comes before every id; the empty text is none at all to Oracle. */
    private static final String BEFORE_ALL = " ";

    /** Organizations that are told of. */
    private static final int MOST = 20;

    @Override
    public Stream<SetupWarning> warnings(KeycloakSession session, RealmModel realm, SetupState state) {
        return state.organizationsEnabled()
                ? misread(session, realm).stream().limit(MOST).map(UnderstoodAttributes::warning)
                : Stream.empty();
    }

    private static List<Declaring> misread(KeycloakSession session, RealmModel realm) {
        RealmStore store = RealmStore.of(session, realm);
        DeclaredPolicies declared = new DeclaredPolicies(session, realm);
        List<Declaring> misread = new ArrayList<>();
        List<String> page = store.policies().closedByAttributes(BEFORE_ALL, PAGE);
        for (int pages = 1; !page.isEmpty(); pages++) {
            declared.read(page).stream()
                    .filter(organization -> organization.policy().policy().closed())
                    .forEach(misread::add);
            page = pages < MOST_PAGES && misread.size() < MOST
                    ? store.policies().closedByAttributes(page.get(page.size() - 1), PAGE)
                    : List.of();
        }
        return misread;
    }

    private static SetupWarning warning(Declaring organization) {
        return SetupWarning.of(
                SetupWarningCode.ATTRIBUTES_MISREAD,
                organization.alias(),
                String.join(", ", organization.policy().policy().misread()));
    }
}
