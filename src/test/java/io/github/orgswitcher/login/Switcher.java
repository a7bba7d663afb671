package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** The switcher, as a person without scripts sees it. */
record Switcher(Page page) {

    /** The page, which must be the switcher. */
    static Switcher on(Page page) {
        assertThat(page.has("form#org-switcher")).as("the switcher: %s", page).isTrue();
        return new Switcher(page);
    }

    /** Aliases of the organizations that invite. */
    List<String> invitations() {
        return aliases("accept");
    }

    Page accept(String alias) {
        return page.submit("#org-switcher-accept-" + alias);
    }

    Page decline(String alias) {
        return page.submit("#org-switcher-decline-" + alias);
    }

    /** Aliases of the organizations to join. */
    List<String> offers() {
        return aliases("join");
    }

    /** Aliases of the organizations to ask. */
    List<String> requestable() {
        return aliases("request");
    }

    /** Aliases of the organizations that were asked and have not decided. */
    List<String> requested() {
        return page.document().select("[id^=org-switcher-requested-]").stream()
                .map(row -> row.id().replace("org-switcher-requested-", ""))
                .toList();
    }

    /** What is told of organizations that have turned the person down, by their aliases. */
    Map<String, String> denials() {
        Map<String, String> told = new LinkedHashMap<>();
        page.document()
                .select("[id^=org-switcher-denied-]")
                .forEach(note -> told.put(note.id().replace("org-switcher-denied-", ""), note.text()));
        return told;
    }

    /** Aliases of the organizations to go on with. */
    List<String> memberships() {
        return aliases("continue");
    }

    boolean canCreate() {
        return page.has("#org-switcher-create");
    }

    boolean canSkip() {
        return page.has("#org-switcher-skip");
    }

    Page join(String alias) {
        return page.submit("#org-switcher-join-" + alias);
    }

    Page request(String alias) {
        return page.submit("#org-switcher-request-" + alias);
    }

    Page goOn(String alias) {
        return page.submit("#org-switcher-continue-" + alias);
    }

    Page create(String name) {
        return page.submit("#org-switcher-create", Map.of("name", name));
    }

    Page skip() {
        return page.submit("#org-switcher-skip");
    }

    /** What a forger posts. */
    Page post(String field, String value) {
        return page.post(Map.of(field, value));
    }

    /** The value of a button, an organization's id. */
    String value(String buttonSelector) {
        return page.element(buttonSelector).attr("value");
    }

    /** What stands in the name's field. */
    String typedName() {
        return page.element("#org-switcher-name").attr("value");
    }

    /** The one message bound to the name's field. */
    String nameError() {
        Element name = page.element("#org-switcher-name");
        assertThat(name.attr("aria-invalid")).isEqualTo("true");
        return page.element("#" + name.attr("aria-describedby")).text();
    }

    /** The one message about a choice. */
    String choiceError() {
        return page.element("#org-switcher-error").text();
    }

    private List<String> aliases(String field) {
        return page.document().select("button[name=" + field + "]").stream()
                .map(button -> button.id().replace("org-switcher-" + field + "-", ""))
                .toList();
    }
}
