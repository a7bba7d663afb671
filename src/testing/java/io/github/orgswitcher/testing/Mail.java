package io.github.orgswitcher.testing;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;

/** A received mail; {@code text} and {@code html} are empty where it has no such part. */
public record Mail(String subject, String text, String html) {

    static Mail of(Message message) {
        try {
            return new Mail(message.getSubject(), content(message, "text/plain"), content(message, "text/html"));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The addresses that the HTML part links to, in its order. */
    public List<URI> links() {
        return Jsoup.parse(html).select("a[href]").stream()
                .map(link -> URI.create(link.attr("href")))
                .toList();
    }

    private static String content(Part part, String mimeType) throws MessagingException, IOException {
        if (part.isMimeType(mimeType)) {
            return (String) part.getContent();
        }
        StringBuilder content = new StringBuilder();
        if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                content.append(content(parts.getBodyPart(i), mimeType));
            }
        }
        return content.toString();
    }
}
