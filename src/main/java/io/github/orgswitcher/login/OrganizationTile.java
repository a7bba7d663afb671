package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.name.ShownDomain;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An organization as the page shows it. Public, with getters, because FreeMarker reads it. */
public final class OrganizationTile {

    private static final int HUES = 360;
    private static final int INITIALS = 2;
    private static final int DIGITS = 2;

    private final OrganizationRef organization;
    private final @Nullable String logo;
    private final String domain;
    private final boolean asking;
    private final boolean active;
    private final RowDetails details;

    OrganizationTile(
            OrganizationRef organization,
            @Nullable String logo,
            String domain,
            boolean asking,
            boolean active,
            RowDetails details) {
        this.organization = organization;
        this.logo = logo;
        this.domain = domain;
        this.asking = asking;
        this.active = active;
        this.details = details;
    }

    /**
     * An organization of which nothing more is to be said.
     *
     * @param organization the organization
     * @return its tile
     */
    static OrganizationTile of(OrganizationRef organization) {
        return new OrganizationTile(organization, null, "", false, false, RowDetails.brief(false));
    }

    /**
     * The organization's id.
     *
     * @return the id
     */
    public String getId() {
        return organization.id();
    }

    /**
     * The organization's alias.
     *
     * @return the alias
     */
    public String getAlias() {
        return organization.alias();
    }

    /**
     * The organization's name.
     *
     * @return the name
     */
    public String getName() {
        return organization.name();
    }

    /**
     * The allowed domain that matched.
     *
     * @return the pattern; an empty one for a membership
     */
    public ShownDomain getDomain() {
        return ShownDomain.of(domain);
    }

    /**
     * Whether joining takes somebody's approval.
     *
     * @return whether the person can only ask
     */
    public boolean isAsking() {
        return asking;
    }

    /**
     * What is told of the organization, beside its name.
     *
     * @return the details
     */
    public RowDetails getDetails() {
        return details;
    }

    /**
     * The organization's logo.
     *
     * @return an address that the page may load an image from; null where the initials stand for it
     */
    public @Nullable String getLogo() {
        return logo;
    }

    /**
     * Whether this session works in the organization.
     *
     * @return whether it is active
     */
    public boolean isActive() {
        return active;
    }

    /**
     * What the tile shows: the initials of the name's first two words. A number that follows a word is told from others by two
     * of its digits.
     *
     * @return the letters; empty where the name has none
     */
    public String getInitials() {
        return Stream.of(organization.name().split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(INITIALS)
                .map(OrganizationTile::initial)
                .collect(Collectors.joining());
    }

    private static String initial(String word) {
        int letters =
                Character.isDigit(word.codePointAt(0)) ? Math.min(DIGITS, word.codePointCount(0, word.length())) : 1;
        return word.substring(0, word.offsetByCodePoints(0, letters)).toUpperCase(Locale.ROOT);
    }

    /**
     * The tile's colour, the same for the organization at every login.
     *
     * @return a hue from 0 to 359 degrees
     */
    public int getHue() {
        return Math.floorMod(organization.id().hashCode(), HUES);
    }
}
