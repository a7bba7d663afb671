package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.Backing;
import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.policy.JoinPolicy;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A domain pattern whose email holders an organization lets in.
 *
 * @param orgId the organization
 * @param domain the pattern: lower case, A-labels, {@code *.} prefix kept
 * @param source who owns the row
 * @param proof what is known of the organization's proof that it owns the domain; not its {@code source}'s
 * @param createdAt when it was added
 * @param createdBy id of the user who added it; null where no user did, such as a realm import
 * @param backing whose word it is that it is allowed
 * @param policy what it says for itself; nothing where the organization's policy counts
 */
public record AllowedDomain(
        String orgId,
        String domain,
        Source source,
        DomainProof proof,
        Instant createdAt,
        @Nullable String createdBy,
        Backing backing,
        PolicyValues policy) {

    private static final String ANY_BELOW = "*.";

    /**
     * A domain that is added now, with nothing proven.
     *
     * @param orgId the organization
     * @param domain the pattern as it is stored
     * @param source who owns the row
     * @param now the time
     * @param createdBy id of the user who adds it, or null
     * @return the row
     */
    public static AllowedDomain added(
            String orgId, String domain, Source source, Instant now, @Nullable String createdBy) {
        return new AllowedDomain(
                orgId, domain, source, DomainProof.none(), now, createdBy, Backing.REALM, PolicyValues.NONE);
    }

    /**
     * The same domain with another proof.
     *
     * @param changed the proof
     * @return the row
     */
    public AllowedDomain withProof(DomainProof changed) {
        return new AllowedDomain(orgId, domain, source, changed, createdAt, createdBy, backing, policy);
    }

    /**
     * The same domain as whoever adds it may allow it.
     *
     * @param byOneOrganization whether an administrator of this organization alone does
     * @return the row
     */
    public AllowedDomain claimed(boolean byOneOrganization) {
        return backedBy(byOneOrganization ? Backing.CLAIM : Backing.REALM);
    }

    /**
     * The same domain by another's word.
     *
     * @param word whose it is
     * @return the row
     */
    public AllowedDomain backedBy(Backing word) {
        return new AllowedDomain(orgId, domain, source, proof, createdAt, createdBy, word, policy);
    }

    /**
     * The same domain with something to say for itself.
     *
     * @param values what it says
     * @return the row
     */
    public AllowedDomain saying(PolicyValues values) {
        return new AllowedDomain(orgId, domain, source, proof, createdAt, createdBy, backing, values);
    }

    /**
     * What counts for whoever comes over the domain.
     *
     * @param organization the organization's policy
     * @return both together
     */
    public JoinPolicy over(JoinPolicy organization) {
        return new DomainPolicy(source, policy).over(organization);
    }

    /**
     * The domain as lists sort and find it: {@code *.acme.com} is {@code acme.com*}, so that it stands next to
     * {@code acme.com} and begins as that does.
     *
     * @return the name
     */
    public String searchName() {
        return domain.startsWith(ANY_BELOW) ? domain.substring(ANY_BELOW.length()) + "*" : domain;
    }

    /**
     * What a match gives over the domain.
     *
     * @param organization the organization's policy
     * @param proven whether the organization has proven the domain, or one above it
     * @return the join mode that counts
     */
    public JoinMode joinMode(JoinPolicy organization, boolean proven) {
        return backing.counting(over(organization).inForce().get(PolicySettings.JOIN_MODE), proven);
    }

    /** Whether the organization has proven that it owns the domain. */
    public Verification verification() {
        return proof.verification();
    }
}
