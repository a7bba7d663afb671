package io.github.orgswitcher.testing;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/**
 * The passkeys of one page, as a laptop with a screen lock keeps them: Chromium's own virtual authenticator. It confirms at
 * once whatever it is asked to, passkeys in a name's autofill included. It needs a server {@link
 * KeycloakServer#atLocalhost() at localhost}.
 */
public final class VirtualAuthenticator {

    private VirtualAuthenticator() {}

    /** Gives a page an authenticator with no passkey yet. */
    public static void in(Page page) {
        CDPSession devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject parameters = new JsonObject();
        parameters.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", parameters);
    }

    /** Presses the button of Keycloak's page that adds a passkey. */
    public static void addPasskey(Page page) {
        press(page, "#registerWebAuthn");
    }

    /** Presses the button of Keycloak's pages that signs in by passkey. */
    public static void usePasskey(Page page) {
        press(page, "#authenticateWebAuthnButton");
    }

    /** Chooses the passkey among the ways to sign in, and uses it. */
    public static void tryPasskey(Page page) {
        page.locator("#try-another-way").click();
        page.locator("[role=button]:has(h2:text-is('Passkey'))").click();
        usePasskey(page);
    }

    /** The page's scripts must be there before the press. */
    private static void press(Page page, String button) {
        page.locator(button).waitFor();
        page.waitForLoadState();
        page.locator(button).click();
    }
}
