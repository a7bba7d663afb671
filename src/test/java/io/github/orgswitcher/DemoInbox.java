package io.github.orgswitcher;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.github.orgswitcher.demo.Ports;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo's inbox, read as a person does. */
record DemoInbox(Ports ports) {

    private static final Pattern CODE = Pattern.compile("\\b\\d{3} \\d{3}\\b");

    /** The code in the latest mail to the address. */
    String code(BrowserContext context, String address) {
        Page inbox = mailTo(context, address);
        Matcher code = CODE.matcher(inbox.locator("pre").textContent());
        if (!code.find()) {
            throw new AssertionError("No code in " + inbox.content());
        }
        inbox.close();
        return code.group();
    }

    /** The page behind the link in the latest mail to the address. */
    Page link(BrowserContext context, String address) {
        Page inbox = mailTo(context, address);
        inbox.locator("pre a").first().click();
        return inbox;
    }

    private Page mailTo(BrowserContext context, String address) {
        Page inbox = context.newPage();
        inbox.navigate(ports.mailUrl());
        inbox.locator("li:has-text('to " + address + "') a").first().click();
        return inbox;
    }
}
