package io.github.orgswitcher;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.orgswitcher.demo.Ports;
import io.github.orgswitcher.testing.Eventually;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo's inbox, read as a person does. */
record DemoInbox(Ports ports) {

    private static final Pattern CODE = Pattern.compile("\\b\\d{3,4} \\d{3,4}\\b");

    private static final Duration LIMIT = Duration.ofSeconds(30);

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

    /** What the latest mail to the address says. */
    String text(BrowserContext context, String address) {
        Page inbox = mailTo(context, address);
        String text = inbox.locator("pre").textContent();
        inbox.close();
        return text;
    }

    /** Mails about requests come in their own time. */
    private Page mailTo(BrowserContext context, String address) {
        Page inbox = context.newPage();
        Locator mail = inbox.locator("li:has-text('to " + address + "') a").first();
        Eventually.get("A mail to " + address, LIMIT, () -> {
            inbox.navigate(ports.mailUrl());
            return mail.count() > 0 ? Optional.of(mail) : Optional.empty();
        });
        mail.click();
        return inbox;
    }
}
