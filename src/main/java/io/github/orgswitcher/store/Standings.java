package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.Match;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.decision.Reach;
import io.github.orgswitcher.domain.EmailDomain;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How people stand to a realm's organizations. Each call is one statement, whatever the number of organizations, memberships and
 * offers, and reads no more than it returns.
 */
public interface Standings {

    /**
     * What decides on a login. Organizations that are disabled, or let nobody in, are among the matches.
     *
     * @param asked whose standing is asked for
     * @return what is known of the person, with the best of what matches
     */
    Matching of(Asked asked);

    /**
     * The same about the one organization that is asked for, alone. Its members are not counted.
     *
     * @param asked whose standing is asked for, with the organization
     * @return what is known of the person, with what matches of this organization
     */
    Matching toOne(Asked asked);

    /**
     * What organizations are to people of some domains, whoever they are and however they come. Members are not counted. It is a
     * few statements for a few hundred domains.
     *
     * @param approaches the domains, each with an organization
     * @return what matches, by what was asked for
     */
    Map<Approach, List<Match>> ofAnybody(Collection<Approach> approaches);

    /**
     * All organizations that allow a domain, for what depends on each of them. Those that are disabled, or let nobody in, are
     * among them.
     *
     * @param domain the domain of an email address
     * @return the matches, for nobody in particular
     */
    List<Match> opened(EmailDomain domain);

    /**
     * The enabled organizations that a person belongs to, the last used first, then by name.
     *
     * @param userId the person
     * @param top id of the organization that comes before all others; null for none
     * @param paging which of them; its words begin words of the name, and no more than a few of them count
     * @return the page; one that begins behind the last row knows no numbers
     */
    Found<OrganizationRef> memberships(String userId, @Nullable String top, Paging paging);

    /**
     * The organizations that are on offer to a person whose address is proven: what administrators made before what people made,
     * those to be joined before those to be asked, then by name.
     *
     * @param asked the person; what is asked for comes before all others
     * @param reach for which organizations the proof counts
     * @param paging which of the organizations; as for {@link #memberships}
     * @return the page, each organization with all of its domains that match
     */
    Found<Match> offers(Asked asked, Reach reach, Paging paging);

    /**
     * Keeps that what is on offer was seen and not chosen. What is on record of the person and an organization stays.
     *
     * @param asked the person
     * @param reach for which organizations the proof of the address counts
     * @param orgIds the organizations, as far as they are on offer; null for all that are
     * @param now the time
     */
    void dismiss(Asked asked, Reach reach, @Nullable Collection<String> orgIds, Instant now);

    /**
     * Whether a person belongs to an organization that is enabled.
     *
     * @param userId the person
     * @param orgId the organization
     * @return whether the person does
     */
    boolean isMember(String userId, String orgId);

    /**
     * Whether a person belongs to another organization than this one, enabled or not.
     *
     * @param userId the person
     * @param orgId the organization; null for none
     * @return whether the person does
     */
    boolean belongsElsewhere(String userId, @Nullable String orgId);

    /**
     * Whether members and invited people take all seats of an organization. No more than these are looked at.
     *
     * @param orgId the organization
     * @param limit how many members there may be
     * @return whether there is no seat left
     */
    boolean isFull(String orgId, int limit);

    /**
     * Keeps that a session of a person works in an organization now.
     *
     * @param userId the person
     * @param orgId the organization
     * @param now the time
     */
    void saveUsed(String userId, String orgId, Instant now);
}
