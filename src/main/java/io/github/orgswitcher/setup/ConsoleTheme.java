package io.github.orgswitcher.setup;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;
import org.keycloak.theme.ThemeSelectorProvider;

/**
 * The admin theme of the realm that an administrator has signed in to: that one draws the Admin Console, whatever realm is
 * administered.
 *
 * @param session the Keycloak session
 * @param home the realm signed in to
 */
public record ConsoleTheme(KeycloakSession session, RealmModel home) {

    private static final String NAME = "org-switcher";

    /** Themes that are nobody's choice, but Keycloak's own. */
    private static final Set<String> STOCK = Set.of("base", "keycloak", "keycloak.v2");

    /** Says in {@code theme.properties} that the theme, or one that extends it, shows the extension's tab. */
    private static final String MARK = "orgSwitcherTab";

    /** Whether the console has the extension's tab. */
    boolean showsTab() {
        try {
            return Boolean.parseBoolean(session.theme()
                    .getTheme(name(), Theme.Type.ADMIN)
                    .getProperties()
                    .getProperty(MARK));
        } catch (IOException e) {
            // A theme whose properties cannot be read shows nothing.
            return false;
        }
    }

    /**
     * Chooses the theme that has the tab, unless somebody has chosen another one.
     *
     * @return whether that changed anything
     */
    public boolean choose() {
        if (showsTab() || !STOCK.contains(name())) {
            return false;
        }
        home.setAdminTheme(NAME);
        return true;
    }

    /** Where the realm has none of its own, that of the whole server. */
    private String name() {
        String own = Objects.requireNonNullElse(home.getAdminTheme(), "");
        return own.isEmpty()
                ? session.getProvider(ThemeSelectorProvider.class).getDefaultThemeName(Theme.Type.ADMIN)
                : own;
    }
}
