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

    private final CDPSession devtools;
    private final String id;

    private VirtualAuthenticator(CDPSession devtools, String id) {
        this.devtools = devtools;
        this.id = id;
    }

    /** Gives a page an authenticator with no passkey yet. */
    public static VirtualAuthenticator in(Page page) {
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
        JsonObject added = devtools.send("WebAuthn.addVirtualAuthenticator", parameters);
        return new VirtualAuthenticator(devtools, added.get("authenticatorId").getAsString());
    }

    /** Lets the person look away: nothing is confirmed any more, or again. */
    public void confirming(boolean confirming) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("authenticatorId", id);
        parameters.addProperty("enabled", confirming);
        devtools.send("WebAuthn.setAutomaticPresenceSimulation", parameters);
    }
}
