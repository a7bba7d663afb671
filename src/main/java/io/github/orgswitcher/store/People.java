package io.github.orgswitcher.store;

import io.github.orgswitcher.store.PersonRecord.SetAside;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is kept of the people of one realm. Of who has a longer id than {@link #MAX_USER_ID} nothing is. */
public interface People {

    /**
     * The length of the longest user id that Keycloak's tables, and ours, can hold. A directory makes longer ones of long names.
     */
    int MAX_USER_ID = 255;

    /**
     * Somebody's id as it is kept beside what that person did.
     *
     * @param userId the user, or null
     * @return the id; null also where it is longer than that
     */
    static @Nullable String kept(@Nullable String userId) {
        return userId == null || userId.length() > MAX_USER_ID ? null : userId;
    }

    /**
     * What is kept of a person.
     *
     * @param userId the user
     * @return the record; {@link PersonRecord#NONE} where there is none
     */
    PersonRecord find(String userId);

    /**
     * The addresses that people have in Keycloak's own storage, proven or not.
     *
     * @param userIds the users, some hundred at most
     * @return the addresses, by user; nothing of those who have none
     */
    Map<String, String> emails(Collection<String> userIds);

    /**
     * Makes everyone else who calls this for the same person wait until the transaction ends, so that the writes of one
     * person happen one after the other. Makes the record where there is none.
     *
     * @param userId the user
     */
    void lock(String userId);

    /**
     * The same for whom nobody else has locked; it waits for nobody.
     *
     * @param userId the user
     * @return false where somebody has, or where there is no record
     */
    boolean lockFree(String userId);

    /**
     * Makes whoever writes of the account itself wait until the transaction ends.
     *
     * @param userId the user
     * @return false where Keycloak's own storage has none
     */
    boolean lockAccount(String userId);

    /**
     * The same for an account that nobody else has locked; it waits for nobody.
     *
     * @param userId the user
     * @return false where somebody has, or where Keycloak's own storage has none
     */
    boolean lockFreeAccount(String userId);

    /**
     * Remembers that a person went on without an organization.
     *
     * @param userId the user
     */
    void saveSkip(String userId);

    /**
     * Remembers that a person was offered a passkey, and has answered.
     *
     * @param userId the user
     */
    void savePasskeyOffered(String userId);

    /**
     * Remembers that an administrator has made an account.
     *
     * @param userId the user
     */
    void saveMade(String userId);

    /**
     * Remembers that an account was used, or got or lost a way in.
     *
     * @param userId the user
     */
    void saveUsed(String userId);

    /**
     * Remembers that a person has proven an address. It takes the place of any earlier proof.
     *
     * @param userId the user
     * @param addressHash the address
     */
    default void saveProven(String userId, String addressHash) {
        saveProofs(userId, find(userId).proofs().withOwn(addressHash));
    }

    /**
     * Remembers who has said that an address is a person's, in place of all that was on record.
     *
     * @param userId the user
     * @param proofs what is on record from now on
     */
    void saveProofs(String userId, Proofs proofs);

    /**
     * Who has a verified address and is linked to an identity provider, and of whom nothing is on record that says more of the
     * address.
     *
     * @param after the last id of the page before; empty for the first
     * @param max how many at most
     * @return ids in their order
     */
    List<String> linkedWithoutProof(String after, int max);

    /**
     * Who is linked to an identity provider, and of whom it is not on record that an organization's own provider is linked.
     *
     * @param alias the provider
     * @param after the last id of the page before; empty for the first
     * @param max how many at most
     * @return ids in their order
     */
    List<String> linkedWithoutNote(String alias, String after, int max);

    /**
     * Remembers of people that an organization's own provider is, or was, linked to their accounts. What is on record of such
     * providers stays.
     *
     * @param userIds some hundred users at most
     */
    void saveLinked(Collection<String> userIds);

    /**
     * Remembers that an account was set aside.
     *
     * @param userId the user
     * @param setAside for whom, and when
     */
    void saveSetAside(String userId, SetAside setAside);
}
