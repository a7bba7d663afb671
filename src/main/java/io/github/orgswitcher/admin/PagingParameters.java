package io.github.orgswitcher.admin;

import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.RefusedDomainException;
import io.github.orgswitcher.store.Paging;
import jakarta.ws.rs.core.Response.Status;
import org.jspecify.annotations.Nullable;

/**
 * A list's {@code search}, {@code first} and {@code max}. They are taken as texts, because JAX-RS answers 404 for a
 * number that is none.
 */
final class PagingParameters {

    /** Rows of a page, where no number is given. */
    static final int DEFAULT_MAX = 100;
    /** Most rows of a page; whoever asks for more gets these. */
    static final int LIMIT = 1000;

    private static final int MAX_SEARCH = 255;

    private final AdminRequest request;

    PagingParameters(AdminRequest request) {
        this.request = request;
    }

    Paging read(@Nullable String search, @Nullable String first, @Nullable String max) {
        return new Paging(
                search(search),
                number("first", first, 0, Integer.MAX_VALUE - LIMIT),
                number("max", max, DEFAULT_MAX, LIMIT));
    }

    /** The same where domains are searched: a whole domain may be written in any spelling. */
    Paging readForDomains(@Nullable String search, @Nullable String first, @Nullable String max) {
        Paging paging = read(search, first, max);
        return new Paging(inStoredSpelling(paging.search()), paging.first(), paging.max());
    }

    private String search(@Nullable String text) {
        String search = text == null ? "" : text.strip();
        if (search.length() > MAX_SEARCH || search.codePoints().anyMatch(Character::isISOControl)) {
            throw request.error(Status.BAD_REQUEST, "search", "orgSwitcherSearchInvalid", MAX_SEARCH);
        }
        return search;
    }

    private static String inStoredSpelling(String search) {
        try {
            return DomainPattern.parse(search).value();
        } catch (RefusedDomainException e) {
            // Part of a domain, then.
            return search;
        }
    }

    private int number(String name, @Nullable String text, int byDefault, int limit) {
        if (text == null || text.isBlank()) {
            return byDefault;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return (int) Math.min(number, limit);
            }
        } catch (NumberFormatException e) {
            // Refused below, as negative numbers are.
        }
        throw request.error(Status.BAD_REQUEST, name, "orgSwitcherNumberInvalid", name);
    }
}
