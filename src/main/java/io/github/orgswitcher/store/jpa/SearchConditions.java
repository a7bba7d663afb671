package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.store.SearchWord;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What rows must fulfil that a search finds. */
final class SearchConditions {

    static final char ESCAPE = '\\';
    private static final Pattern PART_OF_DOMAIN = Pattern.compile("[a-z0-9.*-]*");

    private final CriteriaBuilder builder;
    private final Texts texts;

    SearchConditions(EntityManager em) {
        this.builder = em.getCriteriaBuilder();
        this.texts = Texts.of(em);
    }

    /** Allowed domains, by their names with or without {@code *.} before them. */
    Predicate domains(List<SearchWord> words, Path<AllowedDomainEntity> domain) {
        return all(words, word -> domain(word, domain));
    }

    /**
     * The pattern stands in the statement as it is. As a parameter it would share the statement, and in time a plan, with all
     * other patterns: PostgreSQL makes that plan without knowing how the pattern begins, and looks through all rows. Nothing
     * but the characters of domains gets there.
     */
    private Predicate domain(SearchWord word, Path<AllowedDomainEntity> domain) {
        if (!PART_OF_DOMAIN.matcher(word.text()).matches()) {
            return builder.disjunction();
        }
        if (word.whole()) {
            return builder.equal(domain.get("domain"), word.text());
        }
        return builder.like(
                domain.get(word.anywhere() ? "domain" : "searchName"), builder.literal(word.pattern()), ESCAPE);
    }

    /** Enrollments, by the names of their users, which Keycloak keeps in lower case but for full names, and by domain. */
    Predicate people(List<SearchWord> words, Path<EnrollmentEntity> enrollment, Path<?> user) {
        Expression<String> domain = enrollment.get("domain");
        List<Expression<String>> names =
                Stream.concat(names(user), Stream.of(domain)).toList();
        return all(words, word -> {
            Stream<Predicate> ways = names.stream().map(text -> builder.like(text, word.pattern(), ESCAPE));
            Stream<Predicate> below =
                    word.whole() ? Stream.of() : Stream.of(builder.like(domain, "*." + word.pattern(), ESCAPE));
            return builder.or(Stream.concat(ways, below).toArray(Predicate[]::new));
        });
    }

    /** People, by the names of any of their users. */
    Predicate people(List<SearchWord> words, List<? extends Path<?>> users) {
        List<Expression<String>> names = users.stream().flatMap(this::names).toList();
        return all(
                words,
                word -> builder.or(names.stream()
                        .map(text -> builder.like(text, word.pattern(), ESCAPE))
                        .toArray(Predicate[]::new)));
    }

    private Stream<Expression<String>> names(Path<?> user) {
        return Stream.<Expression<String>>of(
                        user.get("username"),
                        user.get("email"),
                        builder.lower(user.get("firstName")),
                        builder.lower(user.get("lastName")))
                .map(texts::exact);
    }

    private Predicate all(List<SearchWord> words, Function<SearchWord, Predicate> condition) {
        return builder.and(words.stream().map(condition).toArray(Predicate[]::new));
    }
}
