package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.testing.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One address, proven in many tabs at the same moment: one account, one registration, and everybody is let in. */
class ManyTabsIT extends SetAsideSuite {

    private static final int TABS = 8;

    @BeforeAll
    void allowManyMails() {
        useFlow("email-many", Map.of("maxMailsPerAddress", "50", "maxMailsPerAddressDaily", "50"));
    }

    @Test
    void newAddressGetsOneAccount() throws Exception {
        String address = newAddress();

        proveInManyTabs(address);

        assertOneAccount(address);
    }

    @Test
    void ownersOfAnOlderAccountsAddressGetOneAccount() throws Exception {
        String address = newAddress();
        String older = stranger(address, address);

        proveInManyTabs(address);

        assertOneAccount(address);
        assertThat(userIds(address)).doesNotContain(older);
        assertThat(account(older).toRepresentation().getUsername()).isEqualTo("set-aside-" + older);
    }

    @Test
    void ownersOfWhatSeveralHaveGetOneAccount() throws Exception {
        String written = "ann@b\u00fccher-" + UUID.randomUUID().toString().substring(0, 8) + ".example";
        String address = EmailAddress.typed(written).orElseThrow().text();
        List<String> older = List.of(stranger("one-of-several", address), stranger(written, written));

        proveInManyTabs(address);

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

    private void proveInManyTabs(String address) throws Exception {
        List<Page> tabs = new ArrayList<>();
        for (int tab = 0; tab < TABS; tab++) {
            Page sent = send(start(browser()), address);
            assertThat(isCodePage(sent)).as("%s", sent).isTrue();
            tabs.add(sent);
        }
        List<String> codes = server().mailbox().mailsTo(address).stream()
                .map(EmailSignInSuite::code)
                .collect(Collectors.toList());
        assertThat(codes).hasSize(TABS);
        List<Future<Page>> ends = new ArrayList<>();
        ExecutorService people = Executors.newFixedThreadPool(TABS);
        try {
            for (int tab = 0; tab < TABS; tab++) {
                Page page = tabs.get(tab);
                String code = codes.get(tab);
                ends.add(people.submit(() -> enter(page, code)));
            }
            for (Future<Page> end : ends) {
                Page page = end.get();
                assertThat(page.left() || page.has("#kc-update-profile-form") || page.has("#org-switcher"))
                        .as("let in: %s", page)
                        .isTrue();
            }
        } finally {
            people.shutdownNow();
        }
    }
}
