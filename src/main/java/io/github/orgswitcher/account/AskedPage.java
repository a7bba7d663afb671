package io.github.orgswitcher.account;

import io.github.orgswitcher.login.AccountAddress;
import io.github.orgswitcher.platform.account.ManageAddress;
import io.github.orgswitcher.platform.mail.LinkPage;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * Which page the parameter of {@code kc_action} asks for, and whether within the login or at its own address. Keycloak cuts it at a
 * colon.
 *
 * @param way {@link #GO}, what {@link #goTo} or {@link #goAgain} says, or null for the page within the login
 * @param alias of the organization whose page for managers it is; null for "Your organizations"
 */
record AskedPage(@Nullable String way, @Nullable String alias) {

    /** Leads to the page. */
    static final String GO = "go";

    private static final String GO_TO = "go-to.";
    private static final String GO_AGAIN = "go-again.";

    private static final String MANAGE = "manage/";

    private static final Pattern FORM = Pattern.compile("(?:(?<way>" + GO + "|(?:" + Pattern.quote(GO_TO) + "|"
            + Pattern.quote(GO_AGAIN) + ")\\w+)(?:/|$))?(?:" + MANAGE + "(?<alias>.+))?");

    /**
     * Leads to a part of the page.
     *
     * @param part the part, in letters
     */
    static String goTo(String part) {
        return GO_TO + part;
    }

    /**
     * Leads to the page of whose session had ended when something was pressed.
     *
     * @param key to what was typed, in letters and digits
     */
    static String goAgain(String key) {
        return GO_AGAIN + key;
    }

    static AskedPage of(@Nullable String parameter) {
        Matcher matcher = FORM.matcher(parameter == null ? "" : parameter);
        return matcher.matches()
                ? new AskedPage(matcher.group("way"), decoded(matcher.group("alias")))
                : new AskedPage(null, null);
    }

    private static @Nullable String decoded(@Nullable String alias) {
        try {
            return alias == null ? null : URLDecoder.decode(alias, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // No organization is called so.
            return "";
        }
    }

    /** What {@link #of} reads as this page, by one of the ways. */
    String parameter(String by) {
        return alias == null ? by : by + "/" + MANAGE + URLEncoder.encode(alias, StandardCharsets.UTF_8);
    }

    /** The page's own address, as a login ends there. */
    URI address(KeycloakSession session) {
        URI page =
                alias == null ? new LinkPage(session).address(AccountAddress.PATH) : ManageAddress.of(session, alias);
        if (way != null && way.startsWith(GO_AGAIN)) {
            return UriBuilder.fromUri(page)
                    .queryParam("again", way.substring(GO_AGAIN.length()))
                    .build();
        }
        return part(page, way != null && way.startsWith(GO_TO) ? way.substring(GO_TO.length()) : null);
    }

    /** The address of a part of a page; of its beginning for null. */
    static URI part(URI page, @Nullable String part) {
        return part == null
                ? page
                : UriBuilder.fromUri(page).queryParam("view", part).build();
    }
}
