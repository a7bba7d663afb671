package io.github.orgswitcher.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.SecretGenerator;

/**
 * What is known of an organization's proof that it owns an allowed domain.
 *
 * @param verification whether it has proven it
 * @param token what the organization has to publish
 * @param verifiedAt since when, or until its lapse since when, the domain was verified; null where it never was
 * @param checkedAt when DNS was last asked, whatever came of it; null where it never was
 * @param missingSince since when the proof of a verified domain is not to be seen; null where it is
 */
public record DomainProof(
        Verification verification,
        String token,
        @Nullable Instant verifiedAt,
        @Nullable Instant checkedAt,
        @Nullable Instant missingSince) {

    private static final int TOKEN_LENGTH = 32;

    /**
     * The proof of a domain that is added: none yet, and a token of its own, so that nobody proves a domain with another
     * organization's.
     *
     * @return the proof
     */
    static DomainProof none() {
        return new DomainProof(
                Verification.NONE, SecretGenerator.getInstance().randomString(TOKEN_LENGTH), null, null, null);
    }
}
