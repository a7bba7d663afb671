package io.github.orgswitcher.settings;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may create organizations on the switcher.
 *
 * @param creation whether anyone, nobody or holders of a role
 * @param role the role's name as Keycloak writes it, {@code client.role} for a client's; null where none is set
 * @param maxPerUser how many organizations one person may create
 * @param creatorManages whether whoever creates an organization becomes its first manager
 */
public record CreationSettings(Creation creation, @Nullable String role, int maxPerUser, boolean creatorManages) {

    /** Who may create. */
    public enum Creation {
        /** Nobody. */
        OFF,
        /** Everyone who signs in. */
        ANYONE,
        /** Holders of {@code creationRole}. */
        ROLE
    }

    /** What YAML makes of {@code OFF}, and what people write for it. */
    private static final Set<String> OFF = Set.of("off", "false", "no");

    static CreationSettings of(SettingReader reader) {
        return new CreationSettings(
                reader.choice(
                        SwitcherConfigProperties.CREATION,
                        SwitcherConfigProperties.DEFAULT_CREATION,
                        Creation.OFF,
                        OFF),
                reader.text(SwitcherConfigProperties.CREATION_ROLE).orElse(null),
                reader.number(
                        SwitcherConfigProperties.MAX_CREATED_PER_USER,
                        SwitcherConfigProperties.DEFAULT_MAX_CREATED_PER_USER,
                        0),
                reader.flag(
                        SwitcherConfigProperties.CREATOR_MANAGES,
                        SwitcherConfigProperties.DEFAULT_CREATOR_MANAGES,
                        false));
    }
}
