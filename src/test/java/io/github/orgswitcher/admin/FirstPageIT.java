package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.orgswitcher.testing.Browsers;
import io.github.orgswitcher.testing.Distribution;
import io.github.orgswitcher.testing.KeycloakServer;
import io.github.orgswitcher.testing.RequiresChromium;
import io.github.orgswitcher.testing.RequiresCommands;
import io.github.orgswitcher.testing.Shell;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.RealmRepresentation;

/** What a new administrator reads leads to the first page, word for word. Only the server is there already. */
@RequiresChromium
@RequiresCommands("bash")
class FirstPageIT {

    private static final String GUIDE = "docs/first-page.md";
    private static final int MOST_STEPS = 8;
    private static final Pattern STEP = Pattern.compile("(?m)^\\d+\\. ");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^ {3}```\\n(.*?)^ {3}```$");
    private static final String TOOL = "bin/kcadm.sh ";
    private static final Pattern ADDRESS = Pattern.compile("`(http://localhost:8080/\\S+)`");

    private final KeycloakServer server = KeycloakServer.shared();
    private final String realm = "it-" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void removeRealm() {
        server.admin().realm(realm).remove();
        // The guide's administrator has signed in to this one.
        RealmResource master = server.admin().realm("master");
        RealmRepresentation representation = master.toRepresentation();
        representation.setAdminTheme("");
        master.update(representation);
    }

    @Test
    void theStepsLeadFromTheJarToTheFirstPage(Browsers browsers, @TempDir Path directory) {
        String guide = Guide.document(GUIDE).text();
        assertThat(STEP.matcher(guide).results().count()).isLessThanOrEqualTo(MOST_STEPS);

        Shell.Result typed = new Shell(
                        directory, Map.of("KCADM", Distribution.tool("kcadm.sh").toString()))
                .run("set -e\nkcadm() { \"$KCADM\" \"$@\" --config kcadm.config; }\n" + here(commands()));
        assertThat(typed.exit()).as(typed.toString()).isZero();
        assertThat(typed.toString()).contains("\"WAY_IN\"").doesNotContain("\"ORGANIZATION\"", "\"CONSOLE_TAB\"");

        try (BrowserContext context = browsers.open(look -> {})) {
            Page page = context.newPage();
            page.navigate(here(ADDRESS.matcher(guide)
                    .results()
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElseThrow()));
            page.locator("#username").fill("alice");
            page.locator("#kc-login").click();
            page.locator("#password").fill("alice");
            page.locator("#kc-login").click();
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Organizations you can join"))
                    .waitFor();
            page.locator("#org-switcher-join-acme").click();
            page.locator("#org-switcher-memberships-acme").waitFor();
        }
    }

    /** All but those that start a server. */
    private static String commands() {
        return BLOCK.matcher(Guide.document(GUIDE).text())
                .results()
                .map(block -> block.group(1).indent(-3))
                .filter(block -> block.startsWith(TOOL))
                .collect(Collectors.joining())
                .replace(TOOL, "kcadm ");
    }

    private String here(String text) {
        return text.replace("http://localhost:8080", server.baseUri().toString())
                .replace("my-realm", realm);
    }
}
