package io.github.orgswitcher.membership;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.platform.RealmNames;
import io.github.orgswitcher.settings.CreationSettings;
import io.github.orgswitcher.settings.PublicAddresses;
import io.github.orgswitcher.settings.PublicAddresses.Deed;
import io.github.orgswitcher.settings.SwitcherConfig;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What the realm lets people do beside joining: create organizations, and accept invitations. */
final class Permissions {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final CreationSettings creation;
    private final PublicAddresses publicAddresses;
    private final OwnAddress ownAddress;

    Permissions(KeycloakSession session, RealmModel realm, SwitcherConfig config, OwnAddress ownAddress) {
        this.session = session;
        this.realm = realm;
        this.creation = config.creation();
        this.publicAddresses = config.publicAddresses();
        this.ownAddress = ownAddress;
    }

    /** Whether the person may create one more organization. */
    boolean mayCreateAnother(UserModel user, int created) {
        return created < creation.maxPerUser() && mayCreate(user);
    }

    /** Whether the person may create organizations, but for their number. */
    boolean mayCreate(UserModel user) {
        return isCreator(user) && !isKeptFromCreating(user);
    }

    /** Whether the realm lets this person create organizations at all, however many there are already. */
    boolean isCreator(UserModel user) {
        return switch (creation.creation()) {
            case OFF -> false;
            case ANYONE -> true;
            case ROLE -> hasRole(user, creation.role());
        };
    }

    /**
     * Whether the realm keeps the person from creating because of the address, which is public or disposable, or might be: one that
     * nobody has proven could be any.
     */
    boolean isKeptFromCreating(UserModel user) {
        return publicAddresses.concern(Deed.CREATE)
                && !(ownAddress.isProven(user) && ownAddress.openingDomain(user).isPresent());
    }

    /** Whether the realm keeps the person from accepting invitations because of the address, which is public or disposable. */
    boolean isKeptFromInvitations(UserModel user) {
        return EmailAddress.onRecord(user.getEmail())
                .filter(this::isKeptFromInvitations)
                .isPresent();
    }

    /** Whether the realm keeps whoever has this address from accepting invitations. */
    boolean isKeptFromInvitations(EmailAddress address) {
        return publicAddresses.keepFrom(Deed.BE_INVITED, address.domain());
    }

    private boolean hasRole(UserModel user, @Nullable String name) {
        return Optional.ofNullable(name)
                .flatMap(new RealmNames(session, realm)::role)
                .filter(user::hasRole)
                .isPresent();
    }
}
