package io.github.orgswitcher.account;

import io.github.orgswitcher.login.LoginVisit;
import io.github.orgswitcher.management.NoSuchOrganizationException;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.platform.flow.ActionRedirect;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The page for those who manage an organization, on the way of a login. Where there is no such page for the person, the application is
 * told that it came to nothing.
 *
 * @param context what Keycloak hands to the action
 * @param alias the organization's alias, from anywhere
 */
record ManageInLogin(RequiredActionContext context, String alias) {

    void open() {
        desk().ifPresentOrElse(
                        desk -> context.challenge(ManageSaid.NOTE
                                .take(login())
                                .map(desk::draw)
                                .orElseGet(() -> desk.draw(ManageForm.show(ManageView.REQUESTS)))),
                        end()::nothing);
    }

    void press(ManageForm form) {
        Optional<ManageDesk> desk = desk();
        if (desk.isEmpty()) {
            Managing.refusedAltogether(new LoginVisit(context));
            end().nothing();
            return;
        }
        try {
            context.challenge(
                    form.button() == ManageForm.Button.SHOW ? desk.get().draw(form) : carryOut(desk.get(), form));
        } catch (NoSuchOrganizationException e) {
            end().nothing();
        }
    }

    private Response carryOut(ManageDesk desk, ManageForm form) {
        try {
            ManageSaid.NOTE.keep(login(), desk.carryOut(form));
            end().acted();
            // In a request that sees what was written.
            return ActionRedirect.next(context);
        } catch (ChoiceRefusedException refused) {
            return desk.draw(form, refused);
        }
    }

    private Optional<ManageDesk> desk() {
        return ManageDesk.of(new LoginVisit(context), alias, context.form(), null, null);
    }

    private AuthenticationSessionModel login() {
        return context.getAuthenticationSession();
    }

    private VisitEnd end() {
        return new VisitEnd(context);
    }
}
