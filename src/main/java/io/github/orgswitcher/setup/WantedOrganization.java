package io.github.orgswitcher.setup;

import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.membership.OrganizationName;
import java.util.List;

/**
 * An organization that a realm is to have.
 *
 * @param name its name
 * @param alias its alias, by which one that is there already is known
 * @param allowedDomains domains that it is to let in, beside those that it has
 */
public record WantedOrganization(OrganizationName name, String alias, List<DomainPattern> allowedDomains) {

    /** The field that has it in a request. */
    public static final String FIELD = "organization";

    /** Its own fields, for refusals. */
    public static final String NAME = FIELD + ".name";

    public static final String ALIAS = FIELD + ".alias";
    public static final String ALLOWED_DOMAINS = FIELD + ".allowedDomains";
}
