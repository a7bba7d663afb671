package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.LogFromHere;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two addresses that differ by an accent are two mailboxes, whatever the database takes for equal. */
class NearAddressesIT extends SetAsideSuite {

    @BeforeAll
    void allowUtf8() {
        change(realm -> {
            Map<String, String> smtp = new HashMap<>(realm.getSmtpServer());
            smtp.put("allowutf8", "true");
            realm.setSmtpServer(smtp);
        });
    }

    @Test
    void ownerOfOneIsNotTheOwnerOfTheOther() {
        String domain = UUID.randomUUID().toString().substring(0, 8) + ".example";
        String plain = realm().user("plain-" + domain, "jose@" + domain);
        LogFromHere log = LogFromHere.of(server());
        OidcClient app = realm().app();

        Page end = enter(send(start(app, browser(), Map.of()), "jos\u00e9@" + domain), code("jos\u00e9@" + domain));

        assertAnswered(end);
        assertThat(account(plain).toRepresentation().getEmail()).isEqualTo("jose@" + domain);
        assertThat(realm().resource().users().get(plain).getUserSessions()).isEmpty();
        assertThat(log.text()).doesNotContain("\tat ");
    }

    /** Both have accounts, or the second is told that it cannot be. */
    void assertAnswered(Page end) {
        assertThat(end.has("#kc-update-profile-form")).as("%s", end).isTrue();
    }
}
