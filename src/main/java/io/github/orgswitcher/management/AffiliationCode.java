package io.github.orgswitcher.management;

import io.github.orgswitcher.hash.KeyedHash;
import io.github.orgswitcher.hash.MailedCode;
import io.github.orgswitcher.limits.Allowance;
import io.github.orgswitcher.limits.Tally;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;

/**
 * The code that one who manages an organization has had mailed to an address on a domain, for the same person to type: one at a time,
 * kept as a hash and without the address, until it is used or its time is over.
 *
 * @param session the session of the request, with the realm in its context
 * @param orgId the organization
 * @param managerId who has asked for it
 */
record AffiliationCode(KeycloakSession session, String orgId, String managerId) {

    /** The form's field that it is typed into. */
    static final String FIELD = "code";

    static final int MINUTES = 15;

    /**
     * A code opens a domain to everybody, and any number of organizations may guess at the same domain: it takes more of them than signing
     * in to one account does.
     */
    private static final int LENGTH = 8;

    private static final int TRIES = 5;

    private static final String PURPOSE = "org-switcher.affiliation.";
    private static final String MAIL = "mail";
    private static final String DOMAIN = "domain";
    private static final String HASH = "hash";

    static MailedCode random() {
        return MailedCode.random(LENGTH);
    }

    /** Keeps one, in place of the one before. */
    void keep(String domain, MailedCode code) {
        String mail = SecretGenerator.getInstance().generateSecureID();
        session.singleUseObjects()
                .put(key(), seconds(), Map.of(MAIL, mail, DOMAIN, domain, HASH, code.hash(hash(), PURPOSE + mail)));
    }

    /** The domain that there is a code for; empty where there is none, or its time is over. */
    Optional<String> domain() {
        return kept().map(code -> code.get(DOMAIN));
    }

    /**
     * Compares what was typed. A guess is counted before it is made.
     *
     * @throws ChoiceRefusedException where it is not the domain's code, or was guessed at too often
     */
    void check(String domain, String typed) {
        Map<String, String> code = kept().filter(known -> domain.equals(known.get(DOMAIN)))
                .orElseThrow(() -> refused("orgSwitcherEmailErrorCodeExpired"));
        MailedCode given = MailedCode.typed(typed, LENGTH);
        if (given.digits().isEmpty()) {
            throw refused("orgSwitcherEmailErrorCodeMissing");
        }
        String purpose = PURPOSE + code.get(MAIL);
        if (!new Tally(session).take(new Allowance(purpose, TRIES, seconds()))) {
            throw refused("orgSwitcherEmailErrorCodeDead");
        }
        if (!given.matches(hash(), purpose, code.getOrDefault(HASH, ""))) {
            throw refused("orgSwitcherEmailErrorCode");
        }
    }

    /** It counts no longer. */
    void use() {
        session.singleUseObjects().remove(key());
    }

    private Optional<Map<String, String>> kept() {
        return Optional.ofNullable(session.singleUseObjects().get(key()));
    }

    private String key() {
        return PURPOSE + orgId + "." + managerId;
    }

    private KeyedHash hash() {
        return KeyedHash.of(session, session.getContext().getRealm());
    }

    private static long seconds() {
        return TimeUnit.MINUTES.toSeconds(MINUTES);
    }

    private static ChoiceRefusedException refused(String messageKey) {
        return new ChoiceRefusedException(FIELD, messageKey, "org_switcher_code_refused");
    }
}
