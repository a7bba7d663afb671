package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.testing.AllServersAnswer;
import io.github.orgswitcher.testing.HeldRows;
import io.github.orgswitcher.testing.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One address, proven in many tabs at the same moment: one account, one registration, and everybody is let in. */
@AllServersAnswer
class ManyTabsIT extends SetAsideSuite {

    private static final int TABS = 8;

    @BeforeAll
    void allowManyMails() {
        useFlow("email-many", Map.of("maxMailsPerAddress", "50", "maxMailsPerAddressDaily", "50"));
    }

    @Test
    void newAddressGetsOneAccount() {
        String address = newAddress();
        String realmId = realm().resource().toRepresentation().getId();

        proveInManyTabs(address, () -> HeldRows.ofNewUser(server(), realmId, address));

        assertOneAccount(address);
    }

    @Test
    void ownersOfAnOlderAccountsAddressGetOneAccount() {
        String address = newAddress();
        String older = stranger(address, address);

        proveInManyTabs(address, () -> HeldRows.ofPerson(server(), older));

        assertOneAccount(address);
        assertThat(userIds(address)).doesNotContain(older);
        assertThat(account(older).toRepresentation().getUsername()).isEqualTo("set-aside-" + older);
    }

    @Test
    void ownersOfWhatSeveralHaveGetOneAccount() {
        String written = "ann@b\u00fccher-" + UUID.randomUUID().toString().substring(0, 8) + ".example";
        String address = EmailAddress.typed(written).orElseThrow().text();
        List<String> older = List.of(stranger("one-of-several", address), stranger(written, written));

        proveInManyTabs(address, () -> HeldRows.ofPerson(server(), older.get(0)));

        assertOneAccount(address);
        assertThat(userIds(address)).doesNotContainAnyElementsOf(older);
    }

    private void assertOneAccount(String address) {
        assertThat(userIds(address)).hasSize(1);
        String id = userIds(address).get(0);
        assertThat(realm().resource().getEvents(List.of("REGISTER"), null, null, null, null, null, null, 1000).stream()
                        .filter(event -> id.equals(event.getUserId())))
                .hasSize(1);
    }

    /** What the tabs are about to write is held until some of them wait for it. */
    private void proveInManyTabs(String address, Supplier<HeldRows> hold) {
        List<Page> tabs = new ArrayList<>();
        for (int tab = 0; tab < TABS; tab++) {
            Page sent = send(start(browser()), address);
            assertThat(isCodePage(sent)).as("%s", sent).isTrue();
            tabs.add(sent);
        }
        List<String> codes = server().mailbox().mailsTo(address).stream()
                .map(EmailSignInSuite::code)
                .toList();
        assertThat(codes).hasSize(TABS);
        List<Page> ends;
        try (HeldRows held = hold.get()) {
            ends = held.race(
                    4,
                    IntStream.range(0, TABS)
                            .<Supplier<Page>>mapToObj(tab -> () -> enter(tabs.get(tab), codes.get(tab)))
                            .toList());
        }
        assertThat(ends).allSatisfy(end -> assertThat(
                        end.left() || end.has("#kc-update-profile-form") || end.has("#org-switcher"))
                .as("let in: %s", end)
                .isTrue());
    }
}
