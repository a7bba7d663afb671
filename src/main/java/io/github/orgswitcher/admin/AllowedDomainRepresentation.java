package io.github.orgswitcher.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.Source;
import io.github.orgswitcher.store.Verification;
import org.jspecify.annotations.Nullable;

/**
 * An allowed domain, as JSON.
 *
 * @param domain the domain: lower case, A-labels, {@code *.} prefix kept
 * @param source who owns it
 * @param verification whether the organization has proven that it owns the domain
 * @param createdAt when it was added, in milliseconds since 1970
 * @param createdBy id of the user who added it; null where no user did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AllowedDomainRepresentation(
        String domain,
        Source source,
        Verification verification,
        long createdAt,
        @Nullable String createdBy) {

    static AllowedDomainRepresentation of(AllowedDomain domain) {
        return new AllowedDomainRepresentation(
                domain.domain(),
                domain.source(),
                domain.verification(),
                domain.createdAt().toEpochMilli(),
                domain.createdBy());
    }
}
