package io.github.orgswitcher.setup;

import java.util.List;

/**
 * What the organization that a realm is to have took.
 *
 * @param id its id; of one that is only tried, nothing that can be asked for
 * @param alias its alias
 * @param name its name
 * @param created whether it was not there before
 * @param allowedDomains the allowed domains that it did not have before
 */
public record MadeOrganization(String id, String alias, String name, boolean created, List<String> allowedDomains) {

    /** Whether it took anything. */
    public boolean isChange() {
        return created || !allowedDomains.isEmpty();
    }
}
