package io.github.orgswitcher.notice;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.domain.IsolatedText;
import io.github.orgswitcher.domain.ShownTime;
import io.github.orgswitcher.platform.mail.MailReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * A mail, composed and not sent.
 *
 * @param address where it goes
 * @param userId who reads it, in whose language it is written; null for nobody's account
 * @param words the sentences
 * @param organization the organization's name
 * @param askers who asks; empty where nobody does
 * @param unnamed how many more ask
 * @param until the time that the text names; null where it names none
 * @param link where to decide; null where there is nothing to decide
 */
record NoticeMail(
        EmailAddress address,
        @Nullable String userId,
        Words words,
        String organization,
        List<Asker> askers,
        int unnamed,
        @Nullable Instant until,
        @Nullable String link)
        implements Mail {

    private static final String TEMPLATE = "org-switcher-notice.ftl";

    /**
     * Its sentences, as message keys. Each may name the organization, and how many ask, the text a time, too.
     *
     * @param subject the subject
     * @param text what has happened
     * @param reason why the reader gets it
     */
    record Words(String subject, String text, String reason) {}

    /**
     * Who asks.
     *
     * @param who the name, with the account
     * @param domain over which domain
     */
    record Asker(String who, String domain) {

        private Map<String, String> in(Locale language) {
            return Map.of("who", IsolatedText.in(language, who), "domain", IsolatedText.in(language, domain));
        }
    }

    /** Copies the lists. */
    NoticeMail {
        askers = List.copyOf(askers);
    }

    @Override
    public void send(KeycloakSession session) throws EmailException {
        RealmModel realm = session.getContext().getRealm();
        UserModel reader = reader(session, realm);
        Locale language = session.getContext().resolveLocale(reader);
        String named = IsolatedText.in(language, organization);
        int count = askers.size() + unnamed;
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("organization", named);
        attributes.put("count", count);
        attributes.put("text", words.text());
        attributes.put("reason", words.reason());
        attributes.put("until", until == null ? "" : ShownTime.of(until, language));
        attributes.put(
                "askers", askers.stream().map(asker -> asker.in(language)).toList());
        attributes.put("unnamed", unnamed);
        if (link != null) {
            attributes.put("link", link);
        }
        session.getProvider(EmailTemplateProvider.class)
                .setRealm(realm)
                .setUser(reader)
                .send(words.subject(), List.of(named, count), TEMPLATE, attributes, address.text());
    }

    private UserModel reader(KeycloakSession session, RealmModel realm) {
        return Optional.ofNullable(userId)
                .map(id -> session.users().getUserById(realm, id))
                .orElseGet(() -> MailReader.of(session, realm, address));
    }
}
