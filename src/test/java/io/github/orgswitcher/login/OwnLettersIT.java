package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Managers read international domains in their own letters, where nobody could take these for others. */
class OwnLettersIT extends ManagerSuite {

    private static final String BOOKS = "xn--bcher-kva.example";
    private static final String DISGUISED = "xn--80akut.example";

    @BeforeAll
    void switchThePageOn() {
        realm().enableRequiredAction("org-switcher-account", Map.of());
        realm().browserFlowWith("org-switcher");
    }

    @Test
    void rowsAndMailsOfManagersShowThem() {
        String org = realm().organization(
                        "books",
                        "books",
                        Map.of(
                                "org-switcher.allowed-domains",
                                List.of(BOOKS),
                                "org-switcher.join-mode",
                                List.of("REQUEST"),
                                "org-switcher.manager-group",
                                List.of("/managers")));
        manager(org, "berta");
        String reader = realm().user("reader", "reader@" + BOOKS);
        assertThat(rest("reader")
                        .post("org-switcher/organizations/" + org + "/request")
                        .status())
                .isEqualTo(204);

        assertThat(server().mailbox().awaitMailTo("berta@managers.example").text())
                .contains("over bücher.example");
        URI address = URI.create(server().realmUri(realm().name()) + "/org-switcher/manage/books");
        Page requests = OidcClient.fillLogin(UserAgent.on(server()).open(address), "berta");
        Element asked = requests.element("#org-switcher-row-" + reader + " bdi[title]");
        assertThat(asked.text()).isEqualTo("bücher.example");
        assertThat(asked.attr("title")).isEqualTo(BOOKS);
        Page domains = requests.submit("#org-switcher-view-domains");
        Element name = domains.element("[id=org-switcher-name-" + BOOKS + "]");
        assertThat(name.text()).isEqualTo("bücher.example");
        assertThat(name.attr("title")).isEqualTo(BOOKS);
        Page added = domains.submit("#org-switcher-add", Map.of("domain", DISGUISED));
        assertThat(added.element("[id=org-switcher-name-" + DISGUISED + "]").text())
                .isEqualTo(DISGUISED);
        Page typed = added.submit("#org-switcher-add", Map.of("domain", "Mühle.example"));
        assertThat(typed.element("[id=org-switcher-name-xn--mhle-0ra.example]").text())
                .isEqualTo("mühle.example");
        assertThat(typed.submit("[id=org-switcher-remove-xn--mhle-0ra.example]").text())
                .contains("The domain was removed.");
    }
}
