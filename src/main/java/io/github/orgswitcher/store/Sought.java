package io.github.orgswitcher.store;

import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.platform.admin.AdminView;
import java.util.List;

/**
 * Which people are looked for that an organization allows and does not have.
 *
 * @param orgId the organization
 * @param domains of its allowed domains those that count; none find nobody
 * @param search words about the user name, email address, first name or last name
 * @param users the users that the administrator of the session may view; others are left out
 */
public record Sought(String orgId, List<DomainPattern> domains, List<SearchWord> search, AdminView users) {

    /** Copies the lists. */
    public Sought {
        domains = List.copyOf(domains);
        search = List.copyOf(search);
    }
}
