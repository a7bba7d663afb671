package io.github.orgswitcher.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A realm's rules: which domains can be allowed domains at all.
 *
 * <p>Every name in a list stands for itself and everything below it. Of the realm's own two lists the more specific
 * entry wins, and in a tie the block; whatever they say goes before the built-in lists of public and disposable mail
 * providers. Public suffixes can never be opened.
 *
 * <p>A wildcard above a provider ({@code *.github.com}, with {@code users.noreply.github.com} on the list) is allowed,
 * because companies own such domains. The provider's people are kept out all the same: {@link #opens} is asked about
 * the domain of each person.
 */
public final class DomainRules {

    private final Set<String> blocked;
    private final Set<String> unblocked;
    private final boolean closed;

    /**
     * The rules of a realm with these settings. Where an entry of the blocked names is no domain name, nobody knows what it
     * was to keep out, and so no domain opens an organization until it is mended; among the others it counts for nothing.
     *
     * @param blocked names that can never be allowed
     * @param unblocked names that can be allowed although a built-in list has them
     */
    public DomainRules(Set<String> blocked, Set<String> unblocked) {
        this.blocked = canonical(blocked);
        this.unblocked = canonical(unblocked);
        this.closed = !malformed(blocked).isEmpty();
    }

    /** As the constructor, for settings as they are stored: entries may be repeated. */
    public static DomainRules of(Collection<String> blocked, Collection<String> unblocked) {
        return new DomainRules(Set.copyOf(blocked), Set.copyOf(unblocked));
    }

    /** The entries that are no domain names; blank ones are no entries. */
    public static List<String> malformed(Collection<String> entries) {
        return entries.stream()
                .filter(entry -> !entry.isBlank() && name(entry).isEmpty())
                .toList();
    }

    /**
     * The pattern to store for what a person typed as an allowed domain.
     *
     * @throws RefusedDomainException when it is not a domain, is a public suffix, or is at or below a mail provider or
     *     a blocked domain
     */
    public DomainPattern allow(String text) throws RefusedDomainException {
        DomainPattern pattern = DomainPattern.parse(text);
        Optional<Refusal> refusal = refusalOf(pattern.base());
        if (refusal.isPresent()) {
            throw new RefusedDomainException(refusal.get(), text);
        }
        return pattern;
    }

    /**
     * Whether an address on this domain can open an organization. Asked at each login, because a domain may have become
     * blocked, or a wildcard may reach down to a mail provider, after it was allowed.
     */
    public boolean opens(EmailDomain domain) {
        return refusalOf(domain).isEmpty();
    }

    /** Why no address on this domain opens an organization; empty where one can. */
    public Optional<Refusal> refusalOf(EmailDomain domain) {
        return closed ? Optional.of(Refusal.BLOCKED) : refusalOf(domain.name());
    }

    private Optional<Refusal> refusalOf(String name) {
        Optional<String> registrable = PublicSuffixes.registrable(name);
        if (registrable.isEmpty()) {
            return Optional.of(Refusal.PUBLIC_SUFFIX);
        }
        List<String> names = HostName.selfAndAbove(name);
        for (String each : names) {
            if (blocked.contains(each)) {
                return Optional.of(Refusal.BLOCKED);
            }
            if (unblocked.contains(each)) {
                return Optional.empty();
            }
        }
        // A built-in entry on a public suffix would condemn domains that others own; newer suffix lists can make it so.
        return names.stream()
                .filter(each -> HostName.isAtOrBelow(each, registrable.get()))
                .map(MailProviders::refusalOf)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Set<String> canonical(Set<String> entries) {
        return entries.stream()
                .map(DomainRules::name)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> name(String entry) {
        return HostName.canonical(entry.strip());
    }
}
