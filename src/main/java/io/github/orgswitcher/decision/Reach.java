package io.github.orgswitcher.decision;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far the proof of a person's email address reaches. What an organization's own identity provider says of an address
 * is that organization's word: it opens this organization, and no other.
 *
 * @param only ids of the organizations that it opens; null for all
 */
public record Reach(@Nullable Set<String> only) {

    /** A proof that counts everywhere. */
    public static final Reach EVERYWHERE = new Reach(null);

    /** Copies the set. */
    public Reach {
        only = only == null ? null : Set.copyOf(only);
    }

    /**
     * The reach of what is known about a verified address. It belongs to the account, however the person signs in.
     *
     * @param own whether the person has proven this very address without the help of an organization's provider
     * @param witnesses ids of the organizations whose own providers have themselves named this very address
     * @param contradicted whether something on record says that the mark of a verified address may be another's word: a proof
     *     of another address, or an organization's own provider that is, or was, linked
     * @return the reach
     */
    public static Reach of(boolean own, Set<String> witnesses, boolean contradicted) {
        if (own) {
            return EVERYWHERE;
        }
        return witnesses.isEmpty() && !contradicted ? EVERYWHERE : new Reach(witnesses);
    }

    /**
     * Whether an address is as good as not proven, because it opens nothing by the word that there is for it, or others hold
     * its domain, too. Who shows to have the mailbox need not be who has the account then. A claim that is closed counts
     * against a word and never for it: what closes it says that the word reaches nothing there.
     *
     * @param opened ids of the organizations that the address's domain opens now
     * @param holding ids of all that hold the domain, or may one day
     * @return whether it is
     */
    public boolean isHearsay(Set<String> opened, Set<String> holding) {
        return only != null && (opened.stream().noneMatch(only::contains) || !only.containsAll(holding));
    }

    /**
     * Whether nothing is reached: nobody's word counts for the address.
     *
     * @return whether the address is not proven
     */
    public boolean nowhere() {
        return only != null && only.isEmpty();
    }

    /**
     * Whether an organization is reached.
     *
     * @param orgId the organization
     * @return whether the proof counts there
     */
    public boolean covers(String orgId) {
        return only == null || only.contains(orgId);
    }

    /**
     * Whether all are reached, also one that is only about to be created.
     *
     * @return whether the proof counts everywhere
     */
    public boolean everywhere() {
        return only == null;
    }
}
