package io.github.orgswitcher.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account that lost an address which it had never proven, and the one that its owner has.
 *
 * @param at when
 * @param account the account that was set aside
 * @param ownerId the owner's account
 * @param owner the names of the owner's account; null where the caller may not view it, and where it is gone
 */
public record SetAsideAccount(
        Instant at, EnrolledPerson.Person account, String ownerId, EnrolledPerson.@Nullable Person owner) {}
