package io.github.orgswitcher.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The mail providers that give a mailbox to anyone, from the lists beside this class; read once, when first asked. */
final class MailProviders {

    private static final Set<String> PUBLIC = read("public-providers.txt");
    private static final Set<String> DISPOSABLE = read("disposable-providers.txt");

    private MailProviders() {}

    /** What the lists say about this very name; the caller asks about the names above it. */
    static Optional<Refusal> refusalOf(String name) {
        if (DISPOSABLE.contains(name)) {
            return Optional.of(Refusal.DISPOSABLE_PROVIDER);
        }
        return PUBLIC.contains(name) ? Optional.of(Refusal.PUBLIC_PROVIDER) : Optional.empty();
    }

    private static Set<String> read(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(MailProviders.class.getResourceAsStream(resource), resource),
                StandardCharsets.US_ASCII))) {
            return reader.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
