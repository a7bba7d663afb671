package io.github.orgswitcher.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.verification.TxtAnswer.Values;
import java.security.MessageDigest;

/**
 * The DNS record by which an organization proves that it owns a domain. Several organizations can prove the same domain:
 * a name can have several TXT records.
 *
 * @param name its full name, below the domain itself; for {@code *.acme.com} below {@code acme.com}
 * @param value its value
 */
public record TxtRecord(String name, String value) {

    private static final String LABEL = "_org-switcher.";
    private static final String PREFIX = "org-switcher-verification=";

    /**
     * What an organization has to publish to prove a domain.
     *
     * @param domain the domain
     * @return the record
     */
    public static TxtRecord of(AllowedDomain domain) {
        return of(new DomainPattern(domain.domain()), domain.proof().token());
    }

    static TxtRecord of(DomainPattern domain, String token) {
        return new TxtRecord(LABEL + domain.base(), PREFIX + token);
    }

    LookupOutcome in(TxtAnswer answer) {
        if (answer instanceof Values found) {
            return in(found);
        }
        return LookupOutcome.UNAVAILABLE;
    }

    private LookupOutcome in(Values found) {
        boolean proven = false;
        for (String each : found.values()) {
            proven |= MessageDigest.isEqual(each.getBytes(UTF_8), value.getBytes(UTF_8));
        }
        if (proven) {
            return LookupOutcome.FOUND;
        }
        return found.values().isEmpty() ? LookupOutcome.NOT_FOUND : LookupOutcome.OTHER_VALUE;
    }
}
