package io.github.orgswitcher.login;

import io.github.orgswitcher.domain.IsolatedText;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import java.util.Locale;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/**
 * The language that a page speaks to somebody. Public, because FreeMarker reads it.
 *
 * @param locale the language
 */
public record PageLanguage(Locale locale) {

    /** The name of this in a template. */
    public static final String NAME = "orgSwitcherPageLanguage";

    /**
     * A reader's.
     *
     * @param session the session of the request, with the realm in its context
     * @param user the reader
     * @return the language
     */
    public static PageLanguage of(KeycloakSession session, UserModel user) {
        return new PageLanguage(session.getContext().resolveLocale(user));
    }

    /**
     * Why a choice was refused.
     *
     * @param refused the refusal
     * @return its sentence, with what it names to itself
     */
    public FormMessage refusal(ChoiceRefusedException refused) {
        return new FormMessage(refused.field(), refused.messageKey(), IsolatedText.in(locale, refused.parameters()));
    }

    /**
     * A name within a text that can have no elements, such as a title.
     *
     * @param text the name
     * @return the same, to itself
     */
    public String named(String text) {
        return IsolatedText.in(locale, text);
    }
}
