package io.github.orgswitcher.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * People of one realm, which is the session's, whom an organization allows and does not have. No index of Keycloak's finds the end of
 * an address: each call of the first three is one look through the realm's users.
 */
public interface Outsiders {

    /**
     * A page of them, ordered by user name.
     *
     * @param sought who is looked for
     * @param first index of the first, from 0
     * @param max most to return
     * @return the page
     */
    List<Outsider> page(Sought sought, int first, int max);

    /**
     * Those that come next, for a list that is read to its end: all of these calls together are one look through the realm's users,
     * or a few.
     *
     * @param sought who is looked for
     * @param username the user name of the last before; empty for none
     * @param max most to return
     * @return the next, ordered by user name
     */
    List<Outsider> after(Sought sought, String username, int max);

    /**
     * One of them, as the database has the person at this moment.
     *
     * @param sought who is looked for
     * @param userId the user
     * @return the person alone; none where that is no such person
     */
    List<Outsider> one(Sought sought, String userId);

    /**
     * What is on record of people, in a fixed number of statements.
     *
     * @param orgId the organization that they are no members of
     * @param userIds some hundred users at most
     * @return the facts, by user
     */
    Map<String, OutsiderFacts> facts(String orgId, Collection<String> userIds);

    /**
     * What people's accounts say of one attribute, with one statement.
     *
     * @param name the attribute
     * @param userIds some hundred users at most
     * @return its value, by user; of several, any
     */
    Map<String, String> attribute(String name, Collection<String> userIds);
}
