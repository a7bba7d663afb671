package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.store.EnrolledPerson.Person;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What lists show of users. */
final class PersonColumns {

    private static final List<String> NAMES = List.of("id", "username", "email", "firstName", "lastName");

    private PersonColumns() {}

    static List<Selection<?>> of(String whose, Path<?> user) {
        return NAMES.stream()
                .<Selection<?>>map(name -> user.get(name).alias(whose + "_" + name))
                .toList();
    }

    /** Null where the join has found nobody. */
    static @Nullable Person person(Tuple row, String whose) {
        List<@Nullable String> names = NAMES.stream()
                .<@Nullable String>map(name -> row.get(whose + "_" + name, String.class))
                .collect(Collectors.toCollection(ArrayList::new));
        String id = names.get(0);
        String username = names.get(1);
        return id == null || username == null
                ? null
                : new Person(id, username, names.get(2), names.get(3), names.get(4));
    }
}
