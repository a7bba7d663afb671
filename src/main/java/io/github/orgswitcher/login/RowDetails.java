package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Maker;
import io.github.orgswitcher.domain.ShownText;
import io.github.orgswitcher.store.Profiles;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a row tells of an organization that one may join, so that people know whom they trust. Public, with getters, because
 * FreeMarker reads it.
 */
public final class RowDetails {

    private final boolean proven;
    private final boolean made;
    private final @Nullable String maker;
    private final @Nullable String members;

    private RowDetails(boolean proven, boolean made, @Nullable String maker, @Nullable String members) {
        this.proven = proven;
        this.made = made;
        this.maker = maker;
        this.members = members;
    }

    /** Nothing but the proof. */
    static RowDetails brief(boolean proven) {
        return new RowDetails(proven, false, null, null);
    }

    /**
     * All that there is.
     *
     * @param proven whether the organization has proven the person's domain
     * @param maker who has created it on the page; null for nobody
     * @param members how many there are, as far as they were counted
     * @param locale the person's language
     */
    static RowDetails full(boolean proven, @Nullable Maker maker, long members, Locale locale) {
        String counted = NumberFormat.getIntegerInstance(locale).format(members);
        return new RowDetails(
                proven,
                maker != null,
                Optional.ofNullable(maker).flatMap(RowDetails::name).orElse(null),
                members < Profiles.MOST_MEMBERS ? counted : counted + "+");
    }

    /** A name may be anything; an address it is not. */
    private static Optional<String> name(Maker maker) {
        String name = Stream.of(maker.firstName(), maker.lastName())
                .filter(Objects::nonNull)
                .map(part -> ShownText.of(part).strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return Optional.of(name).filter(shown -> !shown.isEmpty() && shown.indexOf('@') < 0);
    }

    /**
     * Whether the organization has proven the person's email domain, or one above it.
     *
     * @return whether it has
     */
    public boolean isProven() {
        return proven;
    }

    /**
     * Whether somebody has made the organization on the page, and not an administrator.
     *
     * @return whether it is told that somebody has
     */
    public boolean isMade() {
        return made;
    }

    /**
     * Who has made it.
     *
     * @return the name; null where none is known, or it is an address
     */
    public @Nullable String getMaker() {
        return maker;
    }

    /**
     * How many members there are.
     *
     * @return the number as the person's language writes it, with a plus sign where there may be more; null where it is not told
     */
    public @Nullable String getMembers() {
        return members;
    }
}
