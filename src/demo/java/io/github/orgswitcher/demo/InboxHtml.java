package io.github.orgswitcher.demo;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the inbox's pages; everything out of a message is escaped. */
final class InboxHtml {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
            body { max-width: 48rem; margin: 0 auto; padding: 1.5rem 1rem }
            ul { list-style: none; padding: 0 }
            li { border-top: 1px solid #8888; padding: .75rem 0 }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit }
            a { color: LinkText; overflow-wrap: anywhere }
            </style>
            </head>
            <body>
            <main>
            %s</main>
            </body>
            </html>
            """;

    private InboxHtml() {}

    static String list(List<InboxMessage> messages) {
        StringBuilder body = new StringBuilder("<h1>Inbox</h1>\n<p><a href=\"/\">Reload</a></p>\n");
        if (messages.isEmpty()) {
            body.append("<p>No mail yet.</p>\n");
        } else {
            body.append("<ul>\n");
            for (int i = messages.size() - 1; i >= 0; i--) {
                body.append(item(messages.get(i)));
            }
            body.append("</ul>\n");
        }
        return PAGE.formatted("Inbox", body);
    }

    static String message(InboxMessage message) {
        String html = message.html().isEmpty()
                ? ""
                : "<p><a href=\"/messages/%d/html\">As HTML</a></p>\n".formatted(message.id());
        return PAGE.formatted(escape(message.subject()), """
                <p><a href="/">Inbox</a></p>
                <h1>%s</h1>
                <p>From %s to %s, %s</p>
                <pre>%s</pre>
                %s""".formatted(
                        escape(message.subject()),
                        escape(message.from()),
                        escape(String.join(", ", message.to())),
                        escape(message.date()),
                        linked(message.text()),
                        html));
    }

    private static String item(InboxMessage message) {
        return "<li><a href=\"/messages/%d\">%s</a><br>to %s, %s</li>\n"
                .formatted(
                        message.id(),
                        escape(message.subject().isEmpty() ? "(no subject)" : message.subject()),
                        escape(String.join(", ", message.to())),
                        escape(message.date()));
    }

    private static String linked(String text) {
        StringBuilder html = new StringBuilder();
        int end = 0;
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            String url = escape(link.group());
            html.append(escape(text.substring(end, link.start())));
            html.append("<a href=\"").append(url).append("\">").append(url).append("</a>");
            end = link.end();
        }
        return html.append(escape(text.substring(end))).toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
