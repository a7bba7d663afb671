package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.testing.FlowStep;
import io.github.orgswitcher.testing.Mail;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import jakarta.ws.rs.ClientErrorException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.UserRepresentation;

/** Nobody keeps an address's owner out by having the address for a user name, or in another spelling. */
final class ClaimantsIT extends SetAsideSuite {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void userNameThatIsTheAddressGoesAndTheAccountsOwnAddressStays(boolean verified) {
        String address = newAddress();
        String own = newAddress();
        String namesake = stranger(address, own);
        change(namesake, user -> user.setEmailVerified(verified));

        String owner = prove(address);

        UserRepresentation kept = account(namesake).toRepresentation();
        assertThat(owner).isNotEqualTo(namesake);
        assertThat(kept.getUsername()).isEqualTo("set-aside-" + namesake);
        assertThat(kept.getEmail()).isEqualTo(own);
        assertThat(kept.isEmailVerified()).isEqualTo(verified);
        assertThat(account(namesake).credentials()).hasSize(1);
        assertThat(account(owner).toRepresentation().getUsername()).isEqualTo(address);
        assertThat(realm().events())
                .filteredOn(event -> namesake.equals(event.getUserId()) && "UPDATE_PROFILE".equals(event.getType()))
                .singleElement()
                .satisfies(event -> assertThat(event.getDetails())
                        .containsEntry("org_switcher", "set_aside")
                        .containsEntry("org_switcher_account", owner)
                        .doesNotContainValue(address));
        assertThat(realm().rest()
                        .get("org-switcher/people/set-aside?search=" + address)
                        .json()
                        .findValuesAsText("ownerId"))
                .containsExactly(owner);
        assertThat(prove(address)).isEqualTo(owner);
    }

    @Test
    void userNameInUnicodeGoesToo() {
        String written = unicodeAddress();
        String namesake = stranger(written, newAddress());

        String owner = prove(read(written));

        assertThat(account(namesake).toRepresentation().getUsername()).isEqualTo("set-aside-" + namesake);
        assertThat(account(owner).toRepresentation().getUsername()).isEqualTo(read(written));
    }

    /** Nothing that is somebody's goes without a word. */
    @Test
    void whoLosesTheNameIsToldAtTheirOwnProvenAddress() {
        String address = newAddress();
        String own = newAddress();
        String namesake = stranger(address, own);
        change(namesake, user -> user.setEmailVerified(true));
        String unproven = newAddress();
        String squatted = newAddress();
        stranger(squatted, unproven);

        prove(squatted);
        prove(address);

        Mail told = mail(own);
        assertThat(told.subject()).contains("user name");
        assertThat(told.text()).contains("set-aside-" + namesake).doesNotContain(address);
        assertThat(told.html()).contains("set-aside-" + namesake);
        assertThat(server().mailbox().mailsTo(unproven)).as("may be anybody's").isEmpty();
        assertThat(account(namesake).toRepresentation().getEmail()).isEqualTo(own);
    }

    /** Whoever has an account knows its id. */
    @Test
    void nameThatWouldComeOfItIsTakenInVain() {
        String address = newAddress();
        String namesake = stranger(address, newAddress());
        stranger("set-aside-" + namesake, newAddress());

        String owner = prove(address);

        assertThat(owner).isNotEqualTo(namesake);
        assertThat(account(namesake).toRepresentation().getUsername()).startsWith("set-aside-" + namesake + "-");
    }

    @Test
    void whatWasLostIsTakenAgainInVain() {
        change(realm -> realm.setEditUsernameAllowed(true));
        try {
            String written = unicodeAddress();
            String address = read(written);
            String namesake = stranger(address, address);
            String owner = prove(address);

            assertThatThrownBy(() -> change(namesake, user -> user.setUsername(address)))
                    .isInstanceOf(ClientErrorException.class);
            assertThatThrownBy(() -> change(namesake, user -> user.setEmail(address)))
                    .isInstanceOf(ClientErrorException.class);
            change(namesake, user -> {
                user.setUsername(written);
                user.setEmail(written);
            });

            assertThat(prove(address)).isEqualTo(owner);
            account(owner).remove();
            assertThat(prove(address)).isNotEqualTo(namesake);
            assertThat(account(namesake).toRepresentation().getEmail()).isNull();
            assertThat(account(namesake).toRepresentation().getUsername()).isEqualTo("set-aside-" + namesake);
        } finally {
            change(realm -> realm.setEditUsernameAllowed(false));
        }
    }

    @Test
    void unusedAccountThatIsNamedByTheAddressAndHasNoneIsTheOwners() {
        String address = newAddress();
        String made = untouched(address, null);
        realm().member(acme, made);

        assertThat(prove(address)).isEqualTo(made);

        UserRepresentation user = account(made).toRepresentation();
        assertThat(user.getUsername()).isEqualTo(address);
        assertThat(user.getEmail()).isEqualTo(address);
        assertThat(user.isEmailVerified()).isTrue();
        assertThat(realm().isMember(acme, made)).isTrue();
    }

    /** Keycloak lets nobody be named by another's address where people may sign in with either. */
    @Test
    void unusedAccountGetsTheAddressThoughAStrangerHasIt() {
        change(realm -> realm.setLoginWithEmailAllowed(false));
        try {
            String address = newAddress();
            String made = untouched(address, null);
            String stranger = stranger(address);

            assertThat(prove(address)).isEqualTo(made);
            assertThat(account(stranger).toRepresentation().getEmail()).isNull();
            assertThat(others(stranger)).containsExactly(made);
        } finally {
            change(realm -> realm.setLoginWithEmailAllowed(true));
        }
    }

    @Test
    void unusedAccountWithAnotherAddressIsNotTheOwners() {
        String address = newAddress();
        String made = untouched(address, newAddress());

        assertThat(prove(address)).isNotEqualTo(made);
    }

    @Test
    void usedAccountThatIsNamedByTheAddressIsNotTheOwners() {
        String address = newAddress();
        String used = stranger(address, null);

        assertThat(prove(address)).isNotEqualTo(used);
        assertThat(account(used).credentials()).hasSize(1);
    }

    @Test
    void personIsAskedFirstWhereANamesakeHasSomethingToLose() {
        String address = newAddress();
        String namesake = stranger(address, newAddress());
        realm().member(acme, namesake);
        OidcClient app = realm().app();

        Page asked = enter(send(start(app, browser(), Map.of()), address), code(address));

        assertThat(asked.has("#org-switcher-email-stake")).as("%s", asked).isTrue();
        assertThat(account(namesake).toRepresentation().getUsername())
                .as("nothing yet")
                .isEqualTo(address);
        assertThat(subject(app, finish(asked.submit("#org-switcher-email-fresh"))))
                .isNotEqualTo(namesake);
        assertThat(realm().isMember(acme, namesake)).isTrue();
    }

    @Test
    void nobodysNameGoesWhereNoAccountMayBeMade() {
        change(realm -> realm.setRegistrationAllowed(false));
        try {
            String address = newAddress();
            String namesake = stranger(address, newAddress());

            Page page = enter(send(start(browser()), address), code(address));

            assertThat(addressError(page)).contains("There is no account with this address");
            assertThat(account(namesake).toRepresentation().getUsername()).isEqualTo(address);
        } finally {
            change(realm -> realm.setRegistrationAllowed(true));
        }
    }

    @Test
    void switchedOffNamesakeIsNotGoneRound() {
        String address = newAddress();
        String namesake = stranger(address, newAddress());
        change(namesake, user -> user.setEnabled(false));

        Page page = enter(send(start(browser()), address), code(address));

        assertThat(addressError(page)).contains("cannot sign in with this address");
        assertThat(account(namesake).toRepresentation().getUsername()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void addressInAnotherSpellingIsNoObstacleToWhoHasProvenIt(boolean ownerInUnicode) {
        String written = unicodeAddress();
        String owner = realm().user("ann-" + unique(), ownerInUnicode ? written : read(written));
        String stranger = stranger("twin-" + unique(), ownerInUnicode ? read(written) : written);

        assertThat(prove(read(written))).isEqualTo(owner);

        UserRepresentation kept = account(stranger).toRepresentation();
        assertThat(kept.getEmail()).isEqualTo(ownerInUnicode ? read(written) : written);
        assertThat(kept.isEmailVerified()).isFalse();
    }

    @Test
    void eachOfSeveralIsSetAsideWhereNobodyHasProvenTheAddress() {
        change(realm -> realm.setLoginWithEmailAllowed(false));
        try {
            String written = unicodeAddress();
            List<String> older = List.of(
                    stranger("one-" + unique(), written),
                    stranger(written, read(written)),
                    stranger(read(written), newAddress()));

            String owner = prove(read(written));

            assertThat(older).doesNotContain(owner).allSatisfy(id -> {
                assertThat(account(id).credentials()).hasSize(1);
                assertThat(others(id)).containsExactly(owner);
            });
            assertThat(userIds(written)).isEmpty();
            assertThat(userIds(read(written))).containsExactly(owner);
            assertThat(others(owner)).singleElement().satisfies(ids -> assertThat(ids.split(" "))
                    .containsExactlyInAnyOrderElementsOf(older));
        } finally {
            change(realm -> realm.setLoginWithEmailAllowed(true));
        }
    }

    @Test
    void unusedAccountIsTheOwnersThoughAStrangerHasAnotherSpelling() {
        String written = unicodeAddress();
        String made = untouched("made-" + unique(), written);
        stranger("twin-" + unique(), read(written));

        assertThat(prove(read(written))).isEqualTo(made);
        assertThat(account(made).toRepresentation().getEmail()).isEqualTo(written);
    }

    /** Where addresses may be double anyway, no spelling is better than another. */
    @Test
    void severalAreNobodyWhereAddressesMayBeDouble() {
        String written = unicodeAddress();
        realm().user("ann-" + unique(), read(written));
        stranger("twin-" + unique(), written);
        change(realm -> {
            realm.setLoginWithEmailAllowed(false);
            realm.setDuplicateEmailsAllowed(true);
        });
        try {
            Page page = enter(send(start(browser()), read(written)), code(read(written)));

            assertThat(addressError(page)).contains("cannot sign in with this address");
        } finally {
            change(realm -> {
                realm.setDuplicateEmailsAllowed(false);
                realm.setLoginWithEmailAllowed(true);
            });
        }
    }

    @Test
    void linkingSetsEachOfSeveralAside() {
        String written = unicodeAddress();
        String address = read(written);
        String met = stranger("met-" + unique(), address);
        String twin = stranger("twin-" + unique(), written);
        String name = "comer-" + unique();
        realm().socialUser(name, address, false);
        realm().firstBrokerFlow(
                        name,
                        FlowStep.alternative("idp-create-user-if-unique"),
                        FlowStep.alternative(
                                name + " proof", FlowStep.required("idp-confirm-link"), FlowStep.required(EMAIL)));
        try {
            OidcClient app = realm().app();
            Page sent = app.signInSocially(browser(), name, Map.of("scope", "openid organization"))
                    .submit("#linkAccount")
                    .submit("#org-switcher-email-submit");

            String owner = subject(app, finish(enter(sent, code(address))));

            assertThat(List.of(met, twin)).doesNotContain(owner).allSatisfy(id -> {
                assertThat(account(id).toRepresentation().getEmail()).isNull();
                assertThat(account(id).getFederatedIdentity()).isEmpty();
            });
            assertThat(account(owner).getFederatedIdentity()).hasSize(1);
        } finally {
            realm().firstBrokerFlow("first broker login");
        }
    }

    /** The other account's id, for each event that tells what was set aside. */
    private List<String> others(String userId) {
        return realm().events().stream()
                .filter(event -> userId.equals(event.getUserId())
                        && event.getDetails() != null
                        && "set_aside".equals(event.getDetails().get("org_switcher")))
                .map(event -> event.getDetails().get("org_switcher_account"))
                .toList();
    }

    private void change(String id, Consumer<UserRepresentation> change) {
        UserResource account = account(id);
        UserRepresentation user = account.toRepresentation();
        change.accept(user);
        account.update(user);
    }

    private static String unicodeAddress() {
        return "ann@b\u00fccher-" + unique() + ".example";
    }

    private static String read(String address) {
        return EmailAddress.typed(address).orElseThrow().text();
    }

    private static String unique() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
