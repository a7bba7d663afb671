package io.github.orgswitcher.login;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.limits.VerificationMails;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.platform.mail.VerificationMail;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.events.Errors;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.ReadOnlyException;

/** Leaves the page to Keycloak's own action that verifies an address; when that is through, the switcher asks again. */
record AddressVerification(SwitcherLogin login) {

    private static final Logger LOG = Logger.getLogger(AddressVerification.class);

    private static final String BUTTON = "verify";

    /**
     * Begins it. Nothing is changed before the mail is out.
     *
     * @throws ChoiceRefusedException where the address cannot be verified, or no mail can be sent
     */
    Result begin() {
        UserModel user = login.context().user();
        EmailAddress address = EmailAddress.onRecord(user.getEmail())
                .filter(known -> login.reader().ownAddress().isVerifiable(user))
                .orElseThrow(AddressVerification::unavailable);
        requireWritable(user);
        mail(user, address);
        // Keycloak's action does nothing where a mark is left that came with another address.
        user.setEmailVerified(false);
        login.context().authSession().addRequiredAction(UserModel.RequiredAction.VERIFY_EMAIL);
        login.notes().verifying();
        return new Result.Done();
    }

    private static void requireWritable(UserModel user) {
        try {
            user.setEmailVerified(user.isEmailVerified());
        } catch (ReadOnlyException e) {
            throw unavailable();
        }
    }

    private void mail(UserModel user, EmailAddress address) {
        LoginContext context = login.context();
        RealmModel realm = context.session().getContext().getRealm();
        VerificationMails mails = new VerificationMails(context.session(), realm);
        List<String> counted = mails.take(address)
                .orElseThrow(() -> refused("orgSwitcherErrorVerifyTooMany", "org_switcher_verify_too_many"));
        try {
            new VerificationMail(context.session(), context.authSession()).send(user, context.event());
        } catch (EmailException e) {
            // What the exception says may quote the address.
            LOG.warnf("Realm %s: the mail that verifies an address could not be sent", realm.getName());
            mails.giveBack(counted);
            throw refused("orgSwitcherManageMailFailed", Errors.EMAIL_SEND_FAILED);
        }
    }

    private static ChoiceRefusedException unavailable() {
        return refused("orgSwitcherErrorVerifyUnavailable", "org_switcher_verify_unavailable");
    }

    private static ChoiceRefusedException refused(String messageKey, String error) {
        return new ChoiceRefusedException(BUTTON, messageKey, error);
    }
}
