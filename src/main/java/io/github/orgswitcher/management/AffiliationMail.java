package io.github.orgswitcher.management;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.domain.IsolatedText;
import io.github.orgswitcher.hash.MailedCode;
import io.github.orgswitcher.name.ShownDomain;
import io.github.orgswitcher.platform.mail.MailReader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The mail with the code. Its subject does not have it: what answers mails by itself may send a subject back to whoever reads the
 * answers.
 *
 * @param organization the organization's name
 * @param domain the domain that it would let in
 * @param code the code
 */
record AffiliationMail(String organization, String domain, MailedCode code) {

    private static final String TEMPLATE = "org-switcher-affiliation.ftl";
    private static final String SUBJECT = "orgSwitcherAffiliationSubject";

    void send(KeycloakSession session, EmailAddress address) throws EmailException {
        RealmModel realm = session.getContext().getRealm();
        UserModel reader = MailReader.of(session, realm, address);
        Locale language = session.getContext().resolveLocale(reader);
        String named = IsolatedText.in(language, organization);
        // Keycloak adds to them.
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("organization", named);
        attributes.put(
                "domain", IsolatedText.in(language, ShownDomain.of(domain).text()));
        attributes.put("realmTitle", IsolatedText.in(language, MailReader.title(realm)));
        attributes.put("code", code.readable());
        attributes.put("minutes", AffiliationCode.MINUTES);
        session.getProvider(EmailTemplateProvider.class)
                .setRealm(realm)
                .setUser(reader)
                .send(SUBJECT, List.of(named), TEMPLATE, attributes);
    }
}
