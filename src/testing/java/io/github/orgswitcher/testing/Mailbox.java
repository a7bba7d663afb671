package io.github.orgswitcher.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes every mail that a test server sends. */
public final class Mailbox {

    private static final Duration DELIVERY_LIMIT = Duration.ofSeconds(20);

    private final GreenMail greenMail;

    private Mailbox(GreenMail greenMail) {
        this.greenMail = greenMail;
    }

    static Mailbox start(String bindAddress) {
        GreenMail greenMail = new GreenMail(new ServerSetup(0, bindAddress, ServerSetup.PROTOCOL_SMTP));
        greenMail.start();
        return new Mailbox(greenMail);
    }

    void stop() {
        greenMail.stop();
    }

    Map<String, String> smtpSettings(String host) {
        return Map.of(
                "host", host,
                "port", String.valueOf(greenMail.getSmtp().getPort()),
                "from", "keycloak@mail.example",
                "auth", "false",
                "ssl", "false",
                "starttls", "false");
    }

    /** All mails to this address so far, oldest first. */
    public List<Mail> mailsTo(String address) {
        return Arrays.stream(greenMail.getReceivedMessages())
                .filter(message -> {
                    try {
                        return Arrays.stream(message.getAllRecipients())
                                .anyMatch(recipient -> utf8(recipient).equals(address));
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .map(Mail::of)
                .toList();
    }

    /** Headers in UTF-8 (RFC 6532) are read byte by byte. */
    private static String utf8(Address recipient) {
        return new String(recipient.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /**
     * The latest mail to this address.
     *
     * @throws IllegalStateException when none arrives within seconds
     */
    public Mail awaitMailTo(String address) {
        return awaitMailTo(address, 0);
    }

    /**
     * The latest mail to this address, which comes after so many others.
     *
     * @throws IllegalStateException when none arrives within seconds
     */
    public Mail awaitMailTo(String address, int others) {
        return Eventually.get("A mail to " + address, DELIVERY_LIMIT, () -> {
            List<Mail> mails = mailsTo(address);
            return mails.size() <= others ? Optional.empty() : Optional.of(mails.get(mails.size() - 1));
        });
    }
}
