package io.github.orgswitcher.passwordless;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * The country that a request came from, as the proxy in front of Keycloak tells it. Only countries that there are are told: where no
 * proxy writes the header, whoever asks does, and what a stranger writes has no place in a mail.
 */
final class AskingCountry {

    /** In ISO 3166-1 alpha-2. What proxies write for networks of no country, such as {@code XX} and {@code T1}, is not among them. */
    private static final Set<String> KNOWN = Set.of(Locale.getISOCountries());

    private AskingCountry() {}

    /**
     * The country of the session's request.
     *
     * @param session the session of a request
     * @param header the header that tells it
     * @param locale the language of the name
     * @return its name; empty where the header tells none
     */
    static Optional<String> of(KeycloakSession session, String header, Locale locale) {
        return named(session.getContext().getRequestHeaders().getRequestHeader(header), locale);
    }

    /** A header that is there twice tells none: one of them is not the proxy's. */
    static Optional<String> named(@Nullable List<String> values, Locale locale) {
        return Optional.ofNullable(values)
                .filter(all -> all.size() == 1)
                .map(all -> all.get(0).strip())
                .filter(KNOWN::contains)
                .map(code -> new Locale.Builder().setRegion(code).build().getDisplayCountry(locale));
    }
}
