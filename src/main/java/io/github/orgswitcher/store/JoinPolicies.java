package io.github.orgswitcher.store;

import io.github.orgswitcher.policy.JoinPolicy;
import io.github.orgswitcher.policy.PolicyValues;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The join policies of one realm's organizations. */
public interface JoinPolicies {

    /**
     * An organization's policy.
     *
     * @param orgId the organization
     * @return the policy; one that says nothing where none was set
     */
    JoinPolicy of(String orgId);

    /**
     * What counts for whoever comes over one of an organization's allowed domains.
     *
     * @param orgId the organization
     * @param domain the pattern as stored; null for whoever comes over none. One that is gone counts as none
     * @return the policy
     */
    JoinPolicy over(String orgId, @Nullable String domain);

    /**
     * What an owner says about policies.
     *
     * @param orgIds the organizations
     * @param source the owner
     * @return the settings, by the organization's id; none for an organization of which the owner says nothing
     */
    Map<String, PolicyValues> of(Collection<String> orgIds, Source source);

    /**
     * Organizations whose attributes let nobody in, because they say so or because they cannot be understood.
     *
     * @param afterOrgId the last organization of the page before; empty for the first page
     * @param max most to return
     * @return their ids, in order
     */
    List<String> closedByAttributes(String afterOrgId, int max);

    /**
     * Organizations that people ask to join, over any of their allowed domains.
     *
     * @param max most to return
     * @return the ids of enabled ones, in order
     */
    List<String> asked(int max);

    /**
     * Sets what an owner says about an organization's policy. What the other says stays.
     *
     * @param orgId the organization
     * @param source the owner
     * @param values all the owner says
     */
    void save(String orgId, Source source, PolicyValues values);
}
