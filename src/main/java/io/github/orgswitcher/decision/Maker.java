package io.github.orgswitcher.decision;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who has created an organization on the page, as no administrator has.
 *
 * @param firstName the first name; null where there is none, or the person is gone
 * @param lastName the last name; null as the other
 */
public record Maker(@Nullable String firstName, @Nullable String lastName) {}
