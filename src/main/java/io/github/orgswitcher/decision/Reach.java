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
     * The reach of what is known about an address. It belongs to the account, however the person signs in.
     *
     * @param own whether the person has proven this very address without the help of an organization's provider
     * @param witnesses ids of the organizations whose own providers the account is, or was, linked to
     * @return the reach
     */
    public static Reach of(boolean own, Set<String> witnesses) {
        return own || witnesses.isEmpty() ? EVERYWHERE : new Reach(witnesses);
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
