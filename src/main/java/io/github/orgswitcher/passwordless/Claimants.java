package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.hash.AddressHash;
import io.github.orgswitcher.people.PeopleByEmail;
import io.github.orgswitcher.platform.UserStorages;
import io.github.orgswitcher.store.People;
import io.github.orgswitcher.store.PersonRecord;
import io.github.orgswitcher.store.RealmStore;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Who stands on record with an address. Nobody else keeps a new account from having it: neither as its address nor as its
 * user name.
 *
 * @param holders those who have it for their address, in whichever spelling; but for those who lost it, where there are others
 * @param namesakes those of the realm's own users who have it for a user name, in whichever spelling, and not for their address
 */
record Claimants(List<UserModel> holders, List<UserModel> namesakes) {

    static Claimants of(KeycloakSession session, RealmModel realm, EmailAddress address) {
        return new Claimants(holders(session, realm, address), namesakes(session, realm, address));
    }

    /** What others have done a moment ago is not in the cache yet. */
    private static List<UserModel> holders(KeycloakSession session, RealmModel realm, EmailAddress address) {
        List<UserModel> holders = new PeopleByEmail(session, realm)
                .having(address).stream()
                        .map(holder -> Account.now(session, realm, holder.getId()))
                        .filter(Objects::nonNull)
                        .filter(holder -> Account.has(holder, address))
                        .toList();
        People people = RealmStore.of(session, realm).people();
        AddressHash hash = AddressHash.of(session, realm);
        return holders.size() < 2
                ? holders
                : holders.stream()
                        .filter(holder -> holder.isEmailVerified()
                                || !hasLost(people.find(holder.getId()).setAside(), hash, address))
                        .toList();
    }

    private static boolean hasLost(PersonRecord.@Nullable SetAside setAside, AddressHash hash, EmailAddress address) {
        return setAside != null && hash.matches(setAside.addressHash(), address);
    }

    /** Some databases find a name for another that differs in an accent; that is somebody else's. */
    private static List<UserModel> namesakes(KeycloakSession session, RealmModel realm, EmailAddress address) {
        return address.spellings().stream()
                .flatMap(name ->
                        Stream.ofNullable(new UserStorages(session, realm).own().getUserByUsername(realm, name)))
                .filter(user -> Account.isNamed(user, address))
                .filter(user -> !Account.isOfDirectory(user) && !Account.has(user, address))
                .toList();
    }

    List<UserModel> all() {
        return Stream.concat(holders.stream(), namesakes.stream()).toList();
    }

    Set<String> ids() {
        return all().stream().map(UserModel::getId).collect(Collectors.toUnmodifiableSet());
    }
}
