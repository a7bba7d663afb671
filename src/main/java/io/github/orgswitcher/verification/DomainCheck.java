package io.github.orgswitcher.verification;

import io.github.orgswitcher.store.AllowedDomain;

/**
 * A look-up that was made.
 *
 * @param domain the domain with what is known of its proof now
 * @param record what was looked for
 * @param outcome what was seen
 */
public record DomainCheck(AllowedDomain domain, TxtRecord record, LookupOutcome outcome) {}
