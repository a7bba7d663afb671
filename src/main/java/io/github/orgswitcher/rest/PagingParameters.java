package io.github.orgswitcher.rest;

import io.github.orgswitcher.domain.WholeNumber;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.SearchWord;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Every list's {@code search}, {@code first} and {@code max}; the list says in what it searches. Numbers are taken as
 * texts, because JAX-RS answers 404 for one that is none.
 */
public final class PagingParameters {

    /** Rows of a page, where no number is given. */
    private static final int DEFAULT_MAX = 100;
    /** Most rows of a page; whoever asks for more gets these. */
    private static final int LIMIT = 1000;

    /** The rule of all searches, to be added to what a list searches in. */
    public static final String SEARCH =
            " Each word is the beginning of one: acme is the same as acme*. *acme* looks inside, and"
                    + " \"acme.com\" in double quotes is a whole one.";

    private static final int MAX_SEARCH = 255;

    @QueryParam("search")
    @Nullable
    String search;

    @Parameter(
            description = "Index of the first, from 0.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
    @QueryParam("first")
    @Nullable
    String first;

    @Parameter(
            description = "Most to return; 1000 at most.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "100"))
    @QueryParam("max")
    @Nullable
    String max;

    /**
     * A search whose hits are counted, and not listed.
     *
     * @param search the words; null where there are none
     * @return the same, of no certain page
     */
    public static PagingParameters ofSearch(@Nullable String search) {
        PagingParameters parameters = new PagingParameters();
        parameters.search = search;
        return parameters;
    }

    /**
     * Reads them.
     *
     * @param request refuses what cannot be read
     * @return which rows to return
     */
    public Paging read(Refusals request) {
        return page(request, SearchWord.of(text(request)));
    }

    /**
     * The same where domains are searched: each may be written in any spelling.
     *
     * @param request refuses what cannot be read
     * @return which rows to return
     */
    public Paging readForDomains(Refusals request) {
        return page(request, SearchWord.ofDomains(text(request)));
    }

    /**
     * The same where the search is one whole domain.
     *
     * @param request refuses what cannot be read
     * @return which rows to return
     */
    public Paging readForDomain(Refusals request) {
        return page(request, List.of(SearchWord.ofWholeDomain(text(request))));
    }

    private Paging page(Refusals request, List<SearchWord> words) {
        return new Paging(
                words,
                number(request, "first", first, 0, Integer.MAX_VALUE - LIMIT),
                number(request, "max", max, DEFAULT_MAX, LIMIT));
    }

    /**
     * The search as it was typed, where Keycloak does the searching.
     *
     * @param request refuses what cannot be read
     * @return the text; empty where there is none
     */
    public String text(Refusals request) {
        String text = search == null ? "" : search.strip();
        if (text.length() > MAX_SEARCH || text.codePoints().anyMatch(Character::isISOControl)) {
            throw request.error(Status.BAD_REQUEST, "search", "orgSwitcherSearchInvalid", MAX_SEARCH);
        }
        return text;
    }

    private static int number(Refusals request, String name, @Nullable String text, int byDefault, int limit) {
        if (text == null || text.isBlank()) {
            return byDefault;
        }
        return WholeNumber.of(text)
                .filter(number -> number >= 0)
                .map(number -> (int) Math.min(number, limit))
                .orElseThrow(() -> request.error(Status.BAD_REQUEST, name, "orgSwitcherNumberInvalid", name));
    }
}
