package io.github.orgswitcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.github.orgswitcher.demo.Ports;
import io.github.orgswitcher.testing.Browsers;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.OrganizationRepresentation;

/** People in the demo who help themselves and each other, each in a browser of their own, none with a role in Keycloak. */
record PeopleOfTheDemo(Ports ports, Browsers browsers, DemoInbox inbox) {

    private static final Pattern APPROVED = Pattern.compile("The request was approved");

    /** An invited person joins by one press. */
    void invitedPersonJoins(Keycloak admin) {
        OrganizationRepresentation hooli =
                admin.realm("demo").organizations().search("hooli").get(0);
        admin.realm("demo")
                .organizations()
                .get(hooli.getId())
                .members()
                .inviteUser("ivan@freelance.example", null, null)
                .close();
        in(context -> {
            Page page = signIn(context, "ivan@freelance.example");
            page.locator("#org-switcher-accept-hooli").click();
            assertThat(page.locator("#organization")).containsText("hooli");
        });
    }

    /** A colleague asks, a manager gets the mail and decides, and the asker is told and is in. */
    void managerDecidesByTheMail() {
        in(helens -> {
            assertThat(signIn(helens, "helen@board.umbrella.example").locator("#organization"))
                    .containsText("umbrella");
            in(context -> {
                Page page = signIn(context, "frank@umbrella.example");
                page.locator("#org-switcher-request-umbrella").click();
                assertThat(page.locator("#org-switcher-requested-umbrella")).isVisible();
                page.locator("#org-switcher-skip").click();
                assertThat(page.locator("#organization")).not().containsText("umbrella");
            });
            Page manage = inbox.link(helens, "helen@board.umbrella.example");
            assertThat(manage.locator("#org-switcher-manage")).containsText("frank@umbrella.example");
            manage.locator("button[name=approve]").click();
            assertThat(manage.getByText(APPROVED)).isVisible();
            assertThat(inbox.text(helens, "frank@umbrella.example")).contains("Umbrella");
        });
        in(context -> assertThat(signIn(context, "frank@umbrella.example").locator("#organization"))
                .containsText("umbrella"));
    }

    /** Who creates an organization manages it, adds a domain and proves it, and a colleague joins. */
    void managerProvesADomain() {
        in(context -> {
            Page page = signIn(context, "carol@freelance.example");
            page.locator("#org-switcher-name").fill("Carol's Studio");
            page.locator("#org-switcher-create").click();
            page.locator("#account").click();
            page.locator("#org-switcher-manage-carols-studio").click();
            page.locator("#org-switcher-view-domains").click();
            page.locator("#org-switcher-domain").fill("studio.example");
            page.locator("#org-switcher-add").click();
            assertThat(page.locator("[id='org-switcher-row-studio.example']")).containsText("Nobody gets in");
            page.locator("[id='org-switcher-row-studio.example'] summary:has-text('Prove by email')")
                    .click();
            page.locator("[id='org-switcher-email-studio.example']").fill("hello@studio.example");
            page.locator("[id='org-switcher-mail-studio.example']").click();
            page.locator("[id='org-switcher-code-studio.example']").fill(inbox.code(context, "hello@studio.example"));
            Browsers.screenshot(page, "demo-manage-domain");
            Browsers.assertAccessible(page);
            page.locator("[id='org-switcher-prove-studio.example']").click();
            assertThat(page.locator("[id='org-switcher-row-studio.example']")).containsText("Lets people in");
        });
        in(context -> {
            Page page = context.newPage();
            page.navigate(ports.appUrl());
            page.locator("#sign-in").click();
            page.locator("#org-switcher-email-address").fill("dan@studio.example");
            page.locator("#org-switcher-email-submit").click();
            page.locator("#org-switcher-email-code").fill(inbox.code(context, "dan@studio.example"));
            page.locator("#org-switcher-email-submit").click();
            page.locator("#org-switcher-join-carols-studio").click();
            page.locator("#passkey-offer-later").click();
            assertThat(page.locator("#organization")).containsText("carols-studio");
        });
    }

    private void in(Consumer<BrowserContext> person) {
        try (BrowserContext context = browsers.open(options -> {})) {
            person.accept(context);
        }
    }

    private Page signIn(BrowserContext context, String email) {
        return DemoLogin.bySocial(context, ports, email);
    }
}
