package io.github.orgswitcher.domain;

import com.google.common.net.InternetDomainName;
import java.util.Optional;

/**
 * The domains under which anyone can register a name, by the list that Keycloak brings with Guava. Its private section
 * counts as well: nobody can speak for all of {@code github.io}. A top-level domain that is not on the list is a public
 * suffix too.
 */
final class PublicSuffixes {

    private PublicSuffixes() {}

    /** The public suffix and the one label before it, or empty when the canonical name is itself a public suffix. */
    static Optional<String> registrable(String name) {
        InternetDomainName domain = InternetDomainName.from(name);
        if (domain.isUnderPublicSuffix()) {
            return Optional.of(domain.topPrivateDomain().toString());
        }
        int lastDot = name.lastIndexOf('.');
        if (domain.isPublicSuffix() || lastDot < 0) {
            return Optional.empty();
        }
        return Optional.of(name.substring(name.lastIndexOf('.', lastDot - 1) + 1));
    }

    static boolean isPublicSuffix(String name) {
        return registrable(name).isEmpty();
    }
}
