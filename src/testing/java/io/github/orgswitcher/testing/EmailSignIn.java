package io.github.orgswitcher.testing;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a person signs in by email in a real browser: with the code out of the mail. */
public final class EmailSignIn {

    private static final Pattern CODE = Pattern.compile("\\b\\d{3} \\d{3}\\b");

    private EmailSignIn() {}

    /** Goes on from the page that asks for the address. */
    public static void byCode(Page page, Mailbox mailbox, String address) {
        int before = mailbox.mailsTo(address).size();
        page.locator("#org-switcher-email-address").fill(address);
        page.locator("#org-switcher-email-submit").click();
        page.locator("#org-switcher-email-code").waitFor();
        page.locator("#org-switcher-email-code").fill(code(mailbox.awaitMailTo(address, before)));
        page.locator("#org-switcher-email-submit").click();
    }

    /** The same in a browser with no scripts. */
    public static io.github.orgswitcher.testing.Page byCode(
            io.github.orgswitcher.testing.Page page, Mailbox mailbox, String address) {
        int before = mailbox.mailsTo(address).size();
        return page.submit("#org-switcher-email-submit", Map.of("email", address))
                .submit("#org-switcher-email-submit", Map.of("code", code(mailbox.awaitMailTo(address, before))));
    }

    /** The same where the login knows whose address it is, and asks for none. */
    public static io.github.orgswitcher.testing.Page byKnownCode(
            io.github.orgswitcher.testing.Page page, Mailbox mailbox, String address) {
        int before = mailbox.mailsTo(address).size();
        return page.submit("#org-switcher-email-submit")
                .submit("#org-switcher-email-submit", Map.of("code", code(mailbox.awaitMailTo(address, before))));
    }

    private static String code(Mail mail) {
        Matcher code = CODE.matcher(mail.text());
        if (!code.find()) {
            throw new AssertionError("No code in " + mail);
        }
        return code.group();
    }
}
