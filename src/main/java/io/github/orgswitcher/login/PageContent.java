package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Denial;
import io.github.orgswitcher.decision.SignIn;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.membership.CreationLimit;
import io.github.orgswitcher.membership.OwnAddress;
import io.github.orgswitcher.membership.PageLists;
import io.github.orgswitcher.settings.SwitcherConfig;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Reads what the page shows beside its lists.
 *
 * @param session the Keycloak session, with the realm in its context
 * @param user the person
 * @param ownAddress what is known of the person's address
 * @param signIn what the login and the application say
 * @param skippable whether the person may go on without an organization
 */
record PageContent(KeycloakSession session, UserModel user, OwnAddress ownAddress, SignIn signIn, boolean skippable) {

    /** The page's name in the template. */
    private static final String NAME = "orgSwitcher";

    static final String TEMPLATE = "org-switcher.ftl";
    /** The name of the address of "Your organizations". */
    private static final String ACCOUNT = "orgSwitcherAccountUrl";

    /** All that the template needs, whether it is drawn for the person or for an administrator. */
    LoginFormsProvider addTo(LoginFormsProvider forms, PageLists lists, List<Denial> denials, Typed typed) {
        PageLanguage language = PageLanguage.of(session, user);
        AccountAddress.of(session).ifPresent(address -> forms.setAttribute(ACCOUNT, address));
        return forms.setAttribute(PageLanguage.NAME, language)
                .setAttribute(NAME, page(lists, denials, typed, language.locale()));
    }

    private SwitcherPage page(PageLists lists, List<Denial> denials, Typed typed, Locale locale) {
        SwitcherPage.Person person = new SwitcherPage.Person(
                Optional.ofNullable(user.getEmail()).orElseGet(user::getUsername),
                ownAddress.colleaguesDomain(user).map(EmailDomain::name).orElse(null),
                ownAddress.isVerifiable(user),
                skippable,
                SwitcherConfig.of(session, session.getContext().getRealm()).oneOrganizationPerPerson(),
                CreationLimit.reached(session, user, ownAddress, lists.standing())
                        .orElse(null));
        return new SwitcherPage(
                person,
                lists,
                Tiles.read(session, lists, locale),
                denials,
                typed,
                AskedFor.of(signIn, lists.standing()),
                locale);
    }
}
