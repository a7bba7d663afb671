package io.github.orgswitcher.setup;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Looks for one kind of thing that is missing in a realm, or in somebody else's hands. */
interface SetupCheck {

    /** All checks, in the order in which their warnings are listed. */
    List<SetupCheck> ALL = List.of(
            new DatabaseReads(),
            new SettingsErased(),
            new UnderstoodSettings(),
            new UnderstoodAttributes(),
            new RequestsToNobody(),
            new SwitcherInBrowserFlow(),
            new SecondFactorBesideEmail(),
            new LinkingByMail(),
            new WithoutAuthority(),
            new OwnMappers(),
            new OrganizationLinks());

    /**
     * What there is to say.
     *
     * @param session the session, in whose context the realm is
     * @param realm the realm
     * @param state what is on in it
     * @return the warnings; none where all is well, or where what is looked at is off
     */
    Stream<SetupWarning> warnings(KeycloakSession session, RealmModel realm, SetupState state);
}
