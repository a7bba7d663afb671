package io.github.orgswitcher.testing;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.jsoup.Connection.KeyVal;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * Where a {@link UserAgent} has arrived: a page of the server, or (with an empty document and a status of 3xx) the address
 * at which it left the server.
 */
public record Page(UserAgent agent, URI uri, int status, Map<String, List<String>> headers, Document document) {

    /** Whether the server has sent the browser elsewhere: back to the application. */
    public boolean left() {
        return status / 100 == 3;
    }

    /** The parameters of the address's query; the last of equal names counts. */
    public Map<String, String> query() {
        return query(uri);
    }

    static Map<String, String> query(URI uri) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String query = uri.getRawQuery();
        if (query != null && !query.isEmpty()) {
            for (String pair : query.split("&")) {
                String[] parts = pair.split("=", 2);
                parameters.put(decode(parts[0]), parts.length == 1 ? "" : decode(parts[1]));
            }
        }
        return parameters;
    }

    /** Whether an element is there. */
    public boolean has(String cssSelector) {
        return document.selectFirst(cssSelector) != null;
    }

    /** The text that a person reads. */
    public String text() {
        return document.body().text();
    }

    /**
     * Follows a link.
     *
     * @throws AssertionError when there is no such link
     */
    public Page click(String linkSelector) {
        return agent.open(URI.create(element(linkSelector).absUrl("href")));
    }

    /**
     * Fills in the form of a button and presses it. What is not named keeps what the page has put there, hidden inputs
     * included.
     *
     * @throws AssertionError when there is no such button, or it is in no form
     */
    public Page submit(String buttonSelector, Map<String, String> fields) {
        Element button = element(buttonSelector);
        FormElement form = formOf(button);
        List<Entry<String, String>> values = new ArrayList<>();
        for (KeyVal input : form.formData()) {
            if (!fields.containsKey(input.key())) {
                values.add(Map.entry(input.key(), input.value()));
            }
        }
        values.addAll(fields.entrySet());
        // jsoup leaves buttons out, but counts an input of type submit among the data
        values.removeIf(value -> form.select("input[type=submit]").stream()
                .anyMatch(input -> input.attr("name").equals(value.getKey())));
        if (button.hasAttr("name")) {
            values.add(Map.entry(button.attr("name"), button.attr("value")));
        }
        return agent.post(actionOf(form), values);
    }

    /** Presses a button. */
    public Page submit(String buttonSelector) {
        return submit(buttonSelector, Map.of());
    }

    /**
     * Sends these fields, and nothing else, to the page's first form: what a forger may do.
     *
     * @throws AssertionError when the page has no form
     */
    public Page post(Map<String, String> fields) {
        return agent.post(actionOf((FormElement) element("form")), fields.entrySet());
    }

    /**
     * The first element that matches.
     *
     * @throws AssertionError when there is none; its message shows the page
     */
    public Element element(String cssSelector) {
        Element element = document.selectFirst(cssSelector);
        if (element == null) {
            throw new AssertionError("No " + cssSelector + " on " + this);
        }
        return element;
    }

    /** The address, the status and what a person reads, for messages of failed tests. */
    @Override
    public String toString() {
        return status + " " + uri + "\n" + text();
    }

    private FormElement formOf(Element button) {
        Element form = button.hasAttr("form") ? element("form#" + button.attr("form")) : button.closest("form");
        if (form == null) {
            throw new AssertionError("In no form: " + button);
        }
        return (FormElement) form;
    }

    private URI actionOf(FormElement form) {
        return form.hasAttr("action") ? URI.create(form.absUrl("action")) : uri;
    }

    private static String decode(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
