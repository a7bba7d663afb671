package io.github.orgswitcher.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A setting of an organization's policy: how it is called, which values it can have, how these are read and written, and what
 * holds where nobody has said anything. {@link PolicySettings} has them all.
 *
 * @param <T> its values, which never change
 */
public abstract sealed class PolicySetting<T> permits OneOf, SomeOf, Count, Flag, Groups, OneGroup {

    /** What values look like, for whoever lets people choose one. */
    public enum Kind {
        /** One of the options. */
        ONE_OF,
        /** Any number of the options. */
        SOME_OF,
        /** A whole number from 1 up. */
        COUNT,
        /** Yes or no. */
        FLAG,
        /** Any number of the organization's groups, by id or path. */
        GROUPS,
        /** One of the organization's groups, by id or path. */
        GROUP
    }

    private static final Pattern CAPITAL = Pattern.compile("\\p{Lu}");

    private final String field;
    private final Kind kind;
    private final String refusal;

    PolicySetting(String field, Kind kind, String refusal) {
        this.field = field;
        this.kind = kind;
        this.refusal = refusal;
    }

    /**
     * The setting in JSON; the row's property, whose column holds it, has the same name.
     *
     * @return the field's name, such as {@code joinMode}
     */
    public final String field() {
        return field;
    }

    /**
     * The organization's attribute that declares the setting.
     *
     * @return the attribute's name, such as {@code org-switcher.join-mode}
     */
    public final String attribute() {
        return "org-switcher."
                + CAPITAL.matcher(field)
                        .replaceAll(letter -> "-" + letter.group().toLowerCase(Locale.ROOT));
    }

    /**
     * What values look like.
     *
     * @return the kind
     */
    public final Kind kind() {
        return kind;
    }

    /**
     * What can be chosen from.
     *
     * @return the values' names; none where there is nothing to choose from
     */
    public List<String> options() {
        return List.of();
    }

    /**
     * The organization's groups that a value names. They may be gone, or be those of others.
     *
     * @param value a value
     * @return ids and paths
     */
    public List<String> groups(T value) {
        return List.of();
    }

    /**
     * What holds where nobody has said anything.
     *
     * @return the value; empty for none
     */
    public abstract Optional<T> standard();

    /**
     * Reads what an attribute says.
     *
     * @param texts the attribute's values, each once and none blank; at least one
     * @return the value
     * @throws RefusedValueException where it cannot be understood
     */
    public abstract T ofTexts(List<String> texts) throws RefusedValueException;

    /**
     * Reads JSON.
     *
     * @param json what was sent: null, a Boolean, a Number, a String, a List or a Map
     * @return the value; empty where it takes the setting back
     * @throws RefusedValueException where it cannot be understood
     */
    public abstract Optional<T> ofJson(@Nullable Object json) throws RefusedValueException;

    /**
     * Writes a value for the database.
     *
     * @param value a value
     * @return what its column holds
     */
    public abstract Object column(T value);

    /**
     * Reads from the database.
     *
     * @param column what {@link #column} wrote
     * @return the value
     */
    public abstract T ofColumn(Object column);

    /**
     * Refuses a value.
     *
     * @param params what the sentence names
     * @return the refusal
     */
    public final RefusedValueException refused(String... params) {
        return new RefusedValueException(refusal, params);
    }

    @Override
    public final String toString() {
        return field;
    }
}
