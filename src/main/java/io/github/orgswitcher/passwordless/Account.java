package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.people.DirectoryUsers;
import io.github.orgswitcher.platform.OrganizationsFeature;
import io.github.orgswitcher.platform.UserStorages;
import io.github.orgswitcher.store.PersonRecord;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.storage.StorageUnavailableException;

/**
 * What there is to an account whose address nobody has proven.
 *
 * @param session the Keycloak session
 * @param realm the realm
 * @param user the account
 */
record Account(KeycloakSession session, RealmModel realm, UserModel user) {

    private static final Set<String> FIRST_FACTORS =
            Set.of(PasswordCredentialModel.TYPE, WebAuthnCredentialModel.TYPE_PASSWORDLESS);

    /** Whether a user is a directory's, such as LDAP's. */
    static boolean isOfDirectory(UserModel user) {
        return DirectoryUsers.has(user);
    }

    /** Whether an address is a user's, in whichever spelling. */
    static boolean has(UserModel user, EmailAddress address) {
        return EmailAddress.onRecord(user.getEmail()).filter(address::equals).isPresent();
    }

    /** Whether an address is a user's name, in whichever spelling. */
    static boolean isNamed(UserModel user, EmailAddress address) {
        return address.spellings().stream().anyMatch(user.getUsername()::equalsIgnoreCase);
    }

    /**
     * A user as the database has it now; the cache may not know yet what others have done a moment ago.
     *
     * @throws StorageUnavailableException when the user's storage does not answer
     */
    static @Nullable UserModel now(KeycloakSession session, RealmModel realm, String userId) {
        UserStorages storages = new UserStorages(session, realm);
        UserModel user = storages.user(userId).orElse(null);
        return user == null || isOfDirectory(user) ? user : storages.own().getUserById(realm, userId);
    }

    /**
     * Whether an administrator has made the account and nobody has ever used it. That it has no way in is not enough:
     * whoever registers without a password, or comes by a provider, has none either until the login's next page.
     */
    boolean isUntouched(PersonRecord record) {
        return record.neverUsed()
                && user.getFirstAttribute(UserModel.EMAIL_PENDING) == null
                && none(user.credentialManager().getStoredCredentialsStream())
                && none(session.users().getFederatedIdentitiesStream(realm, user))
                && none(session.users().getConsentsStream(realm, user.getId()))
                && none(session.sessions().getUserSessionsStream(realm, user))
                && none(session.sessions().getOfflineUserSessionsStream(realm, user));
    }

    /** Whether more hangs on the account than anybody gets who registers, so that its owner will want to know. */
    boolean isAtStake() {
        return user.getRoleMappingsStream().anyMatch(role -> !role.equals(realm.getDefaultRole()))
                || hasGroups()
                || OrganizationsFeature.isOn(session)
                        && !none(session.getProvider(OrganizationProvider.class).getByMember(user))
                || user.credentialManager()
                        .getStoredCredentialsStream()
                        .map(CredentialModel::getType)
                        .anyMatch(type -> !FIRST_FACTORS.contains(type));
    }

    private boolean hasGroups() {
        Set<String> byDefault =
                realm.getDefaultGroupsStream().map(GroupModel::getId).collect(Collectors.toSet());
        return user.getGroupsStream().anyMatch(group -> !byDefault.contains(group.getId()));
    }

    private static boolean none(Stream<?> stream) {
        return stream.findAny().isEmpty();
    }
}
