package io.github.orgswitcher.people;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.domain.WrittenAddress;
import io.github.orgswitcher.platform.Unfiltered;
import io.github.orgswitcher.platform.UserStorages;
import io.github.orgswitcher.platform.table.FailedWrite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.StorageUnavailableException;

/**
 * Everybody who has an address on record. Only the very same address counts: a database may hold letters with and without
 * accents for equal, and they are other mailboxes.
 *
 * <p>Keycloak's cache goes on naming the one user who once had the address when a second one has it as well, and would keep
 * whom a look-up has imported even where that is rolled back; so the storages beneath it are searched. The look-up by address
 * ({@code UserProvider.getUserByEmail}) is asked beside that for storages that can be looked up and not searched.
 */
public final class PeopleByEmail {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserStorages storages;
    private final UserProvider users;

    /**
     * Looks in a realm.
     *
     * @param session the Keycloak session
     * @param realm the realm
     */
    public PeopleByEmail(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.storages = new UserStorages(session, realm);
        this.users = storages.beneathCache();
    }

    /**
     * The users with an address, whichever way it is spelled on record.
     *
     * @param address the address
     * @return each user once
     * @throws StorageUnavailableException when a user storage fails in a way that Keycloak does not pass over
     */
    public List<UserModel> having(EmailAddress address) {
        return find(
                address.spellings(),
                written -> written.agreed() && written.reading().equals(address));
    }

    /**
     * The users with an address, as an administrator writes it. Where mail systems read that in two ways, only who has it
     * on record in this very way is found; no mail proves it to be anybody's.
     *
     * @param address the address
     * @return each user once
     */
    public List<UserModel> having(WrittenAddress address) {
        return address.agreed()
                ? having(address.reading())
                : find(
                        List.of(address.text().toLowerCase(Locale.ROOT)),
                        written -> !written.agreed() && written.reading().equals(address.reading()));
    }

    /**
     * Whether the database holds an address for the same as somebody else's, as some do that look past accents: then it keeps one
     * of them alone.
     *
     * @param address the address
     * @return whether it does
     */
    public boolean hasLookAlike(EmailAddress address) {
        return !realm.isDuplicateEmailsAllowed()
                && Unfiltered.read(session, () -> address.spellings().stream()
                        .flatMap(this::candidates)
                        .filter(user -> StorageId.isLocalStorage(user.getId()))
                        .anyMatch(user -> WrittenAddress.of(user.getEmail())
                                .filter(written -> written.reading().equals(address))
                                .isEmpty()));
    }

    /** Whoever signs in must be found, whatever the person in the session may view as an administrator. */
    private List<UserModel> find(List<String> spellings, Predicate<WrittenAddress> wanted) {
        return Unfiltered.read(session, () -> {
            Map<String, UserModel> found = new LinkedHashMap<>();
            spellings.stream()
                    .flatMap(this::candidates)
                    .filter(user ->
                            WrittenAddress.of(user.getEmail()).filter(wanted).isPresent())
                    .forEach(user -> found.putIfAbsent(user.getId(), user));
            return new ArrayList<>(found.values());
        });
    }

    private Stream<UserModel> candidates(String spelling) {
        Map<String, String> exactly = Map.of(
                UserModel.EMAIL, spelling,
                UserModel.EXACT, String.valueOf(true),
                UserModel.INCLUDE_SERVICE_ACCOUNT, String.valueOf(true));
        return Stream.concat(users.searchForUserStream(realm, exactly), lookUp(spelling).stream());
    }

    /**
     * Whether a user storage itself has somebody with the present address, at this moment.
     *
     * @param user one of its users
     * @return whether it has
     * @throws StorageUnavailableException when it does not answer
     */
    public boolean isOnRecordAtStorage(UserModel user) {
        return storages.one(DirectoryUsers.storage(user), lookUp -> Optional.ofNullable(
                        lookUp.getUserByEmail(realm, user.getEmail()))
                .filter(found -> found.getId().equals(user.getId()))
                .isPresent());
    }

    /** What the database says, which is looked into first, can be tried again. */
    private Optional<UserModel> lookUp(String spelling) {
        return storages.answer(() -> present(spelling), FailedWrite::isOfDatabase);
    }

    private Optional<UserModel> present(String spelling) {
        try {
            return Optional.ofNullable(users.getUserByEmail(realm, spelling));
        } catch (ModelDuplicateException e) {
            // Several users of the database have it, and the search finds them all.
            return Optional.empty();
        }
    }
}
