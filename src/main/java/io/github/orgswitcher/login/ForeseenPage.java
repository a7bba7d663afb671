package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Denial;
import io.github.orgswitcher.decision.SignIn;
import io.github.orgswitcher.membership.OwnAddress;
import io.github.orgswitcher.membership.PageLists;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * The page as a login would draw it, before anybody signs in. It belongs to no login, so that nothing can be posted with it.
 *
 * @param user the person
 * @param ownAddress what is known of the person's address
 * @param signIn what the login and the application would say
 * @param lists what it lists
 * @param denials who has turned the person down and is to be told of
 * @param skippable whether the person may go on without an organization
 */
public record ForeseenPage(
        UserModel user,
        OwnAddress ownAddress,
        SignIn signIn,
        PageLists lists,
        List<Denial> denials,
        boolean skippable) {

    private static final URI NOWHERE = URI.create("#");

    /**
     * Draws it with the realm's login theme.
     *
     * @param session a Keycloak session with the realm in its context, which takes the client into it
     * @param client the application; null for none in particular
     * @return HTML; empty where the theme fails to draw it, which is in the log
     */
    public Optional<String> draw(KeycloakSession session, @Nullable ClientModel client) {
        session.getContext().setClient(client);
        LoginFormsProvider forms = session.getProvider(LoginFormsProvider.class)
                .setUser(user)
                .setActionUri(NOWHERE)
                .setAttribute(
                        WaysOut.NAME,
                        WaysOut.of(session, lists.standing().active().orElse(null), null));
        new PageContent(session, user, ownAddress, signIn, skippable).addTo(forms, lists, denials, Typed.NOTHING);
        return Optional.ofNullable(forms.createForm(PageContent.TEMPLATE).getEntity())
                .map(Object::toString);
    }
}
