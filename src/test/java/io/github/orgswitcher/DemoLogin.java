package io.github.orgswitcher;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.github.orgswitcher.demo.Ports;

/** How people sign in to the demo's application. */
final class DemoLogin {

    private DemoLogin() {}

    /** From the application's first page to what comes after the social provider. */
    static Page bySocial(BrowserContext context, Ports ports, String email) {
        Page page = context.newPage();
        page.navigate(ports.appUrl());
        page.locator("#sign-in").click();
        atSocial(page, email);
        return page;
    }

    /** From Keycloak's login page. */
    static void atSocial(Page page, String email) {
        page.locator("#social-social").click();
        page.locator("#username").fill(email);
        page.locator("#password").fill("demo");
        page.locator("#kc-login").click();
    }
}
