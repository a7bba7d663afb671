package io.github.orgswitcher.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An organization, and one of its allowed domains that matches a person's email domain.
 *
 * @param orgId the organization
 * @param alias its alias
 * @param name its name
 * @param enabled whether it is enabled
 * @param domain the allowed domain
 * @param verified whether the organization has proven that it owns this domain
 * @param backing whose word it is that the domain is allowed
 * @param word what the domain says for itself
 * @param proven whether the organization has proven the person's email domain, or one above it
 * @param provenByAnother whether another organization has
 * @param terms what the match gives, and to whom, as far as {@link #joinMode} does not say otherwise
 * @param member whether the person is a member
 * @param members how many seats members and invited people take; 0 where the terms set no limit, and where the person is one
 * @param status how the person and the organization stand; null where there is no enrollment
 * @param since when that was decided; null where there is no enrollment
 * @param maker who has created the organization on the page; null where nobody has, and where it does not matter
 */
public record Match(
        String orgId,
        String alias,
        String name,
        boolean enabled,
        String domain,
        boolean verified,
        Backing backing,
        OwnWord word,
        boolean proven,
        boolean provenByAnother,
        Terms terms,
        boolean member,
        long members,
        @Nullable EnrollmentStatus status,
        @Nullable Instant since,
        @Nullable Maker maker) {

    /**
     * Whether the domain opens the organization, whoever comes.
     *
     * @param rule what a proof is worth in the realm
     * @return whether it does, or why not
     */
    public DomainStatus domainStatus(ProvenDomains rule) {
        return terms.requireVerifiedDomain() && !verified
                ? DomainStatus.NOT_VERIFIED
                : rule.judge(proven, provenByAnother, backing.isClaim());
    }

    /**
     * Whether the organization alone says that the domain is allowed, and it opens nothing.
     *
     * @param rule what a proof is worth in the realm
     * @return whether it may be proven one day, and gives nobody anything until then
     */
    public boolean isMereClaim(ProvenDomains rule) {
        return backing != Backing.REALM && domainStatus(rule) != DomainStatus.OPENS;
    }

    /**
     * Whether no less specific domain is asked: what has a word of its own may be there to keep people out.
     *
     * @param rule what a proof is worth in the realm
     * @return whether it opens the organization, or has something to say
     */
    boolean decides(ProvenDomains rule) {
        return word != OwnWord.NONE || domainStatus(rule) == DomainStatus.OPENS;
    }

    /**
     * Whether others that decide go before it, however specific it is: what an organization says of itself is no exception from
     * what administrators have set.
     *
     * @return whether it is the organization's word alone, and nobody has set anything for it
     */
    boolean givesWay() {
        return backing != Backing.REALM && word == OwnWord.NONE;
    }

    /**
     * What the match gives.
     *
     * @return the join mode that counts
     */
    public JoinMode joinMode() {
        return backing.counting(terms.joinMode(), proven);
    }

    /**
     * The same with members that were not counted before.
     *
     * @param count how many there are
     * @return the match
     */
    public Match having(long count) {
        return of(member, count, status, since, maker);
    }

    /**
     * The same with who has created the organization.
     *
     * @param person who has; null for nobody
     * @return the match
     */
    public Match madeBy(@Nullable Maker person) {
        return of(member, members, status, since, person);
    }

    /**
     * The same for people of another domain.
     *
     * @param own whether the organization has proven that domain, or one above it
     * @param another whether another organization has
     * @return the match
     */
    public Match proven(boolean own, boolean another) {
        return new Match(
                orgId, alias, name, enabled, domain, verified, backing, word, own, another, terms, member, members,
                status, since, maker);
    }

    /**
     * The same for somebody in particular, who is no member.
     *
     * @param history how the person and the organization stand; null where there is no enrollment
     * @param decided when that was decided; null where there is no enrollment
     * @return the match
     */
    public Match met(@Nullable EnrollmentStatus history, @Nullable Instant decided) {
        return of(false, members, history, decided, maker);
    }

    /** The same of the domain, and another of the people. */
    private Match of(
            boolean belongs,
            long taken,
            @Nullable EnrollmentStatus history,
            @Nullable Instant decided,
            @Nullable Maker person) {
        return new Match(
                orgId,
                alias,
                name,
                enabled,
                domain,
                verified,
                backing,
                word,
                proven,
                provenByAnother,
                terms,
                belongs,
                taken,
                history,
                decided,
                person);
    }

    /**
     * How they stand, where a denial that has come to its end is no more than an organization that was seen. Whoever was turned
     * down may ask again, and nothing else: where nobody is asked, a denial stays.
     *
     * @param deniedUntil the time up to which denials have come to their end
     */
    @Nullable
    EnrollmentStatus history(Instant deniedUntil) {
        boolean ended = status == EnrollmentStatus.DENIED
                && terms.joinMode() == JoinMode.REQUEST
                && since != null
                && !since.isAfter(deniedUntil);
        return ended ? EnrollmentStatus.DISMISSED : status;
    }

    /** Whether the person has seen the organization before and chose something else, or left it; who asks has not. */
    boolean dismissed() {
        return status != null && status != EnrollmentStatus.REQUESTED;
    }
}
