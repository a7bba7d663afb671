package io.github.orgswitcher.bulk;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.github.orgswitcher.store.AllowedDomain;
import java.util.List;
import java.util.Map;

/**
 * What one transaction of an import has added.
 *
 * @param byOrganization the domains as they are stored, by the organization's id
 */
public record AddedDomains(Map<String, List<String>> byOrganization) {

    static AddedDomains of(List<AllowedDomain> domains) {
        return new AddedDomains(
                domains.stream().collect(groupingBy(AllowedDomain::orgId, mapping(AllowedDomain::domain, toList()))));
    }
}
