package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.decision.SignInKind;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Short lists in one column, an item a line. */
final class TextLists {

    private static final String SEPARATOR = "\n";

    private TextLists() {}

    /** Null where the list is empty. */
    static @Nullable String text(Collection<String> items) {
        return items.isEmpty() ? null : String.join(SEPARATOR, items);
    }

    static @Nullable String text(Set<SignInKind> kinds) {
        return text(kinds.stream().map(Enum::name).sorted().toList());
    }

    static List<String> lines(@Nullable String text) {
        return text == null ? List.of() : List.of(text.split(SEPARATOR));
    }

    static Set<SignInKind> kinds(@Nullable String text) {
        return lines(text).stream().map(SignInKind::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
