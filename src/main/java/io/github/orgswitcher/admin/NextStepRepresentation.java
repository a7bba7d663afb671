package io.github.orgswitcher.admin;

import io.github.orgswitcher.login.AccountAddress;
import io.github.orgswitcher.platform.mail.ConsoleLink;
import io.github.orgswitcher.platform.mail.LinkPage;
import io.github.orgswitcher.setup.NextStep;
import io.github.orgswitcher.setup.NextStepCode;
import java.net.URI;
import java.util.List;
import org.keycloak.models.RealmModel;

/**
 * Something that is left to do, as JSON.
 *
 * @param code what it is
 * @param message the same as a sentence in the administrator's language
 * @param params what the sentence names
 * @param link where to do it
 */
public record NextStepRepresentation(NextStepCode code, String message, List<String> params, URI link) {

    static List<NextStepRepresentation> of(AdminRequest request, List<NextStep> steps) {
        return steps.stream().map(step -> of(request, step)).toList();
    }

    private static NextStepRepresentation of(AdminRequest request, NextStep step) {
        return new NextStepRepresentation(
                step.code(),
                request.message(step.code().messageKey(), step.params().toArray()),
                step.params(),
                link(request, step.code()));
    }

    private static URI link(AdminRequest request, NextStepCode code) {
        RealmModel realm = request.realm();
        RealmModel home = request.administrator().home();
        return switch (code) {
            case WAY_IN -> ConsoleLink.of(request.session(), home, realm, "identity-providers");
            case ORGANIZATION, ALLOWED_DOMAIN -> ConsoleLink.of(request.session(), home, realm, "organizations");
            case CONSOLE_TAB, CONSOLE_TAB_BY_OTHERS ->
                ConsoleLink.of(request.session(), home, home, "realm-settings/themes");
            case TRY -> new LinkPage(request.session()).address(AccountAddress.PATH);
        };
    }
}
