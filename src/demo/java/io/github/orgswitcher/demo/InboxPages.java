package io.github.orgswitcher.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The inbox: a list and a page per message to read, and the same as JSON for scripts. */
final class InboxPages implements Pages {

    private static final Pattern MESSAGE = Pattern.compile("/messages/([0-9]{1,6})(/html)?");
    private static final String OWN_PAGE = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'";
    /** A mail's HTML is someone else's: it runs nothing, loads nothing and may only be clicked on. */
    private static final String FOREIGN_PAGE = "sandbox allow-top-navigation-by-user-activation allow-popups;"
            + " default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private final Mailbox mailbox;
    private final ObjectMapper json = new ObjectMapper();

    InboxPages(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public Optional<Answer> find(String path) throws IOException {
        List<InboxMessage> messages = mailbox.messages();
        if (path.equals("/")) {
            return Optional.of(Answer.html(InboxHtml.list(messages), OWN_PAGE));
        }
        if (path.equals("/api/messages")) {
            return Optional.of(Answer.json(json.writeValueAsBytes(messages)));
        }
        Matcher matcher = MESSAGE.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int id = Integer.parseInt(matcher.group(1));
        boolean asHtml = matcher.group(2) != null;
        return messages.stream()
                .filter(message -> message.id() == id)
                .findFirst()
                .map(message -> page(message, asHtml));
    }

    private static Answer page(InboxMessage message, boolean asHtml) {
        return asHtml ? Answer.html(message.html(), FOREIGN_PAGE) : Answer.html(InboxHtml.message(message), OWN_PAGE);
    }
}
