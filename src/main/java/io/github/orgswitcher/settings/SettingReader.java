package io.github.orgswitcher.settings;

import io.github.orgswitcher.domain.NamedValues;
import io.github.orgswitcher.domain.WholeNumber;
import io.github.orgswitcher.platform.Multivalued;
import io.github.orgswitcher.settings.MisreadSetting.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings one by one, as tools have written them: nothing but the saving of a form checks them. A value that is
 * absent or blank counts as the default. One that cannot be understood counts as the value that lets the fewest people in,
 * which its reader names, and is noted.
 */
public final class SettingReader {

    /** No item at all, in lists whose default has some. */
    static final String NONE = "NONE";

    /** A {@code token} of RFC 9110, 5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private final Map<String, String> values;
    private final List<MisreadSetting> misread = new ArrayList<>();

    /**
     * A reader of some settings.
     *
     * @param values the values by key; null where nothing is set
     */
    public SettingReader(@Nullable Map<String, String> values) {
        this.values = values == null ? Map.of() : values;
    }

    /**
     * What could not be understood so far.
     *
     * @return one for each wrong value or part of a value
     */
    public List<MisreadSetting> misread() {
        return List.copyOf(misread);
    }

    /**
     * A text.
     *
     * @param key the setting
     * @return the text without what is around it; empty where it is absent or blank
     */
    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /**
     * The name of a header of HTTP.
     *
     * @param key the setting
     * @return the name; empty where it is absent, blank or can be none
     */
    public Optional<String> header(String key) {
        Optional<String> text = text(key);
        Optional<String> name = text.filter(TOKEN.asMatchPredicate());
        if (name.isEmpty()) {
            text.ifPresent(misread -> note(key, misread, Problem.HEADER, null));
        }
        return name;
    }

    /**
     * One of several values, written as its constant is.
     *
     * @param key the setting
     * @param otherwise the default
     * @param closed what counts where the value is none of them
     * @param <E> their type
     * @return the value
     */
    public <E extends Enum<E>> E choice(String key, E otherwise, E closed) {
        return choice(key, otherwise, closed, Set.of());
    }

    /**
     * The same where other words, in any case, mean {@code closed}: YAML makes {@code false} of {@code OFF}.
     *
     * @param key the setting
     * @param otherwise the default
     * @param closed what counts where the value is none of them
     * @param words lower-case words for {@code closed}
     * @param <E> their type
     * @return the value
     */
    <E extends Enum<E>> E choice(String key, E otherwise, E closed, Set<String> words) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        NamedValues<E> possible = NamedValues.of(closed.getDeclaringClass());
        return possible.named(text.get()).orElseGet(() -> {
            if (!words.contains(text.get().toLowerCase(Locale.ROOT))) {
                note(key, text.get(), Problem.CHOICE, possible.names(), closed.name());
            }
            return closed;
        });
    }

    /**
     * Some of several values, separated as Keycloak separates them.
     *
     * @param key the setting
     * @param otherwise the default
     * @param type their type
     * @param <E> their type
     * @return the values; all there are where one cannot be understood
     */
    public <E extends Enum<E>> Set<E> choices(String key, Set<E> otherwise, Class<E> type) {
        Set<String> items = list(key, Set.of());
        if (items.isEmpty()) {
            return otherwise;
        }
        NamedValues<E> possible = NamedValues.of(type);
        List<String> unknown =
                items.stream().filter(item -> possible.named(item).isEmpty()).toList();
        if (unknown.isEmpty()) {
            return items.stream()
                    .flatMap(item -> possible.named(item).stream())
                    .collect(Collectors.toUnmodifiableSet());
        }
        String all = Multivalued.join(possible.names().stream());
        unknown.forEach(item -> note(key, item, Problem.CHOICE, possible.names(), all));
        return Set.copyOf(possible.values());
    }

    /**
     * A switch: {@code true} or {@code false} in any case.
     *
     * @param key the setting
     * @param otherwise the default
     * @param closed what counts where it is neither
     * @return the value
     */
    public boolean flag(String key, boolean otherwise, boolean closed) {
        Optional<String> text = text(key).map(value -> value.toLowerCase(Locale.ROOT));
        if (text.isEmpty()) {
            return otherwise;
        }
        return switch (text.get()) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                note(key, text(key).orElse(""), Problem.CHOICE, List.of("true", "false"), String.valueOf(closed));
                yield closed;
            }
        };
    }

    /**
     * A whole number from 0 up.
     *
     * @param key the setting
     * @param otherwise the default
     * @param closed what counts where it is none
     * @return the number
     */
    public int number(String key, int otherwise, int closed) {
        return number(key, 0, otherwise, closed);
    }

    /**
     * A whole number from some other number up.
     *
     * @param key the setting
     * @param from the least that it can be
     * @param otherwise the default
     * @param closed what counts where it is none
     * @return the number
     */
    public int number(String key, int from, int otherwise, int closed) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        return WholeNumber.ofInt(text.get()).filter(number -> number >= from).orElseGet(() -> {
            note(key, text.get(), Problem.NUMBER, String.valueOf(closed));
            return closed;
        });
    }

    /**
     * A whole number from 0 up that need not be set, and where it is not, lets the fewest people in.
     *
     * @param key the setting
     * @return the number; empty where it is absent, blank or none
     */
    public Optional<Integer> number(String key) {
        Optional<String> text = text(key);
        Optional<Integer> read = text.flatMap(WholeNumber::ofInt).filter(number -> number >= 0);
        if (read.isEmpty()) {
            text.ifPresent(misread -> note(key, misread, Problem.NUMBER, null));
        }
        return read;
    }

    /**
     * A list, separated as Keycloak separates it. Keycloak drops a value that is blank: to have none where some are the default
     * takes a word, {@value #NONE}.
     *
     * @param key the setting
     * @param otherwise the default
     * @return its items, without what is around them
     */
    public Set<String> list(String key, Set<String> otherwise) {
        Set<String> items =
                Multivalued.split(text(key).orElse("")).collect(Collectors.toCollection(LinkedHashSet::new));
        if (items.isEmpty()) {
            return otherwise;
        }
        return !otherwise.isEmpty() && items.equals(Set.of(NONE)) ? Set.of() : items;
    }

    /**
     * Notes what is written under names that no setting has.
     *
     * @param known the names that there are
     */
    public void noteUnknown(Set<String> known) {
        values.forEach((key, value) -> {
            if (!known.contains(key)) {
                note(key, String.valueOf(value), Problem.UNKNOWN, null);
            }
        });
    }

    /** Notes a value that only its reader can judge. */
    void note(String key, String value, Problem problem, @Nullable String counts) {
        note(key, value, problem, List.of(), counts);
    }

    /** The same with what is possible instead. */
    void note(String key, String value, Problem problem, List<String> possible, @Nullable String counts) {
        misread.add(new MisreadSetting(key, value, problem, possible, counts));
    }
}
