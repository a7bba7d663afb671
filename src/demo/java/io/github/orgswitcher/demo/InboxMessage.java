package io.github.orgswitcher.demo;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message as the inbox shows it, on its page and as JSON.
 *
 * @param id its number in the inbox
 * @param from the sender's address
 * @param to the recipients' addresses
 * @param subject the subject, or an empty text
 * @param date when it was sent, ISO 8601 in UTC
 * @param text the plain text, or an empty text
 * @param html the HTML, or an empty text
 */
record InboxMessage(int id, String from, List<String> to, String subject, String date, String text, String html) {

    static InboxMessage of(int id, MimeMessage message) throws IOException {
        try {
            Date sent = message.getSentDate();
            String subject = message.getSubject();
            return new InboxMessage(
                    id,
                    String.join(", ", addresses(message.getFrom())),
                    addresses(message.getAllRecipients()),
                    subject == null ? "" : subject,
                    sent == null ? "" : Instant.ofEpochMilli(sent.getTime()).toString(),
                    content(message, "text/plain"),
                    content(message, "text/html"));
        } catch (MessagingException e) {
            throw new IOException("A message in the inbox cannot be read", e);
        }
    }

    private static List<String> addresses(Address @Nullable [] addresses) {
        return Stream.ofNullable(addresses)
                .flatMap(Arrays::stream)
                .map(address ->
                        address instanceof InternetAddress internet ? internet.getAddress() : address.toString())
                .toList();
    }

    /** The first part of a type, at any depth. */
    private static String content(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = content(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
