package io.github.orgswitcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.github.orgswitcher.demo.Ports;
import io.github.orgswitcher.testing.Browsers;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** People in the demo who help themselves and each other, each in a browser of their own, none with a role in Keycloak. */
record PeopleOfTheDemo(Ports ports, Browsers browsers, DemoInbox inbox) {

    private static final Pattern APPROVED = Pattern.compile("The request was approved");

    /** Has people at the social provider whom the demo does not know: its own are left as they are. */
    void come(Keycloak admin) {
        for (String email : List.of("ines@freelance.example", "fred@umbrella.example", "cleo@freelance.example")) {
            UserRepresentation user = new UserRepresentation();
            user.setUsername(email);
            user.setEmail(email);
            user.setEmailVerified(true);
            user.setEnabled(true);
            user.setFirstName("New");
            user.setLastName("Person");
            CredentialRepresentation password = new CredentialRepresentation();
            password.setType(CredentialRepresentation.PASSWORD);
            password.setValue("demo");
            user.setCredentials(List.of(password));
            admin.realm("social").users().create(user).close();
        }
    }

    /** An invited person joins by one press. */
    void invitedPersonJoins(Keycloak admin) {
        OrganizationRepresentation hooli =
                admin.realm("demo").organizations().search("hooli").get(0);
        admin.realm("demo")
                .organizations()
                .get(hooli.getId())
                .members()
                .inviteUser("ines@freelance.example", null, null)
                .close();
        in(context -> {
            Page page = signIn(context, "ines@freelance.example");
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
                Page page = signIn(context, "fred@umbrella.example");
                page.locator("#org-switcher-request-umbrella").click();
                assertThat(page.locator("#org-switcher-requested-umbrella")).isVisible();
                page.locator("#org-switcher-skip").click();
                assertThat(page.locator("#organization")).not().containsText("umbrella");
            });
            Page manage = inbox.link(helens, "helen@board.umbrella.example");
            assertThat(manage.locator("#org-switcher-manage")).containsText("fred@umbrella.example");
            manage.locator("button[name=approve]").click();
            assertThat(manage.getByText(APPROVED)).isVisible();
            assertThat(inbox.text(helens, "fred@umbrella.example")).contains("Umbrella");
        });
        in(context -> assertThat(signIn(context, "fred@umbrella.example").locator("#organization"))
                .containsText("umbrella"));
    }

    /** Who creates an organization manages it, adds a domain and proves it, and a colleague joins. */
    void managerProvesADomain() {
        in(context -> {
            Page page = signIn(context, "cleo@freelance.example");
            page.locator("#org-switcher-name").fill("Cleo's Workshop");
            page.locator("#org-switcher-create").click();
            page.locator("#account").click();
            page.locator("#org-switcher-manage-cleos-workshop").click();
            page.locator("#org-switcher-view-domains").click();
            page.locator("#org-switcher-domain").fill("workshop.example");
            page.locator("#org-switcher-add").click();
            assertThat(page.locator("[id='org-switcher-row-workshop.example']")).containsText("Nobody gets in");
            page.locator("[id='org-switcher-row-workshop.example'] summary:has-text('Prove by email')")
                    .click();
            page.locator("[id='org-switcher-email-workshop.example']").fill("hello@workshop.example");
            page.locator("[id='org-switcher-mail-workshop.example']").click();
            page.locator("[id='org-switcher-code-workshop.example']")
                    .fill(inbox.code(context, "hello@workshop.example"));
            Browsers.screenshot(page, "demo-manage-domain");
            Browsers.assertAccessible(page);
            page.locator("[id='org-switcher-prove-workshop.example']").click();
            assertThat(page.locator("[id='org-switcher-row-workshop.example']")).containsText("Lets people in");
        });
        in(context -> {
            Page page = context.newPage();
            page.navigate(ports.appUrl());
            page.locator("#sign-in").click();
            page.locator("#org-switcher-email-address").fill("dan@workshop.example");
            page.locator("#org-switcher-email-submit").click();
            page.locator("#org-switcher-email-code").fill(inbox.code(context, "dan@workshop.example"));
            page.locator("#org-switcher-email-submit").click();
            page.locator("#org-switcher-join-cleos-workshop").click();
            page.locator("#passkey-offer-later").click();
            assertThat(page.locator("#organization")).containsText("cleos-workshop");
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
