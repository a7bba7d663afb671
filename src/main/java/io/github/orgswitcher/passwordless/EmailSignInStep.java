package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.authority.ProvenMailbox;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.passwordless.EmailSignInForm.Button;
import io.github.orgswitcher.passwordless.EmailSignInNotes.Proof;
import io.github.orgswitcher.passwordless.Settlement.Owner;
import io.github.orgswitcher.platform.flow.LoginName;
import io.github.orgswitcher.platform.flow.Passkeys;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.common.util.Time;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.storage.StorageUnavailableException;

/** One step of a login: asks for an address, sends a mail, and takes the code or what the link has proven. */
final class EmailSignInStep {

    private final AuthenticationFlowContext context;
    private final EmailSignInConfig config;
    private final EmailSignInNotes notes;
    private final MailDesk desk;
    private final ThisLogin login;
    private final Whom whom;
    private final Passkeys passkeys;

    EmailSignInStep(AuthenticationFlowContext context) {
        this.context = context;
        this.config = EmailSignInConfig.of(context);
        this.notes = new EmailSignInNotes(context.getAuthenticationSession());
        this.desk = new MailDesk(context, config, notes);
        this.login = new ThisLogin(context);
        this.whom = Whom.of(context);
        this.passkeys = new Passkeys(context, () -> page(EmailSignInForm.EMPTY, null, false));
    }

    /** Shows the page, or goes on where a link has proven the address meanwhile. */
    void begin() {
        if (notes.owner() != null) {
            answer(EmailSignInForm.EMPTY);
        } else if (!whom.isPossible(context.getRealm())) {
            context.attempted();
        } else if (notes.proof() == null && whom.user() == null && login.isNamed()) {
            login.forgetName();
            goOn();
        } else if (notes.proof() == null) {
            show(EmailSignInForm.of(context.getHttpRequest().getDecodedFormParameters()), null);
        } else {
            // Steps before this one may have written in this request, and what is settled must not wait for that.
            goOn();
        }
    }

    /** Does what was posted. */
    void submit() {
        if (isAskingWho() && passkeys.answered()) {
            return;
        }
        MultivaluedMap<String, String> posted = context.getHttpRequest().getDecodedFormParameters();
        EmailSignInForm form = EmailSignInForm.of(posted);
        if (form.button() == Button.SEND) {
            new LoginName(context).rememberMe(posted);
        }
        answer(form);
    }

    /** A passkey tells who it is: where that is settled, or an account is to be linked by its mail, there is nothing to tell. */
    private boolean isAskingWho() {
        return notes.mail() == null && notes.owner() == null && whom.user() == null && !whom.isLinking();
    }

    private void answer(EmailSignInForm form) {
        try {
            if (notes.owner() != null) {
                arrive();
            } else if (notes.proof() != null || prove(form)) {
                settle(form);
            }
        } catch (EmailRefusedException refused) {
            refuse(form, refused);
        } catch (StorageUnavailableException e) {
            refuse(form, EmailRefusedException.unavailable());
        }
    }

    private void refuse(EmailSignInForm form, EmailRefusedException refused) {
        context.getEvent().clone().error(refused.error());
        show(form, refused);
    }

    /** Whether the address is proven; otherwise the login is answered. */
    private boolean prove(EmailSignInForm form) throws EmailRefusedException {
        switch (form.button()) {
            case SEND, RESEND -> {
                if (send(form)) {
                    show(form, null);
                }
                return false;
            }
            case CODE -> {
                new CodeCheck(context, config).check(notes.mail(), form.code(), whom.isProven() ? whom.user() : null);
                notes.proven(Proof.CODE);
                return true;
            }
            case CHANGE -> notes.clear();
            case FRESH, OLDER, NONE -> {}
        }
        show(EmailSignInForm.EMPTY, null);
        return false;
    }

    /** Whether a mail has gone; otherwise the login has gone to the organization's identity provider. */
    private boolean send(EmailSignInForm form) throws EmailRefusedException {
        SentMail before = notes.mail();
        String typed = form.button() == Button.RESEND && before != null
                ? before.address().text()
                : form.email();
        EmailAddress address = whom.address(typed)
                .orElseThrow(() -> new EmailRefusedException(
                        EmailSignInForm.EMAIL, "orgSwitcherEmailErrorAddress", Errors.INVALID_EMAIL));
        if (whom.user() == null && new HomeProvider().takes(context, address)) {
            return false;
        }
        desk.send(address, whom);
        return true;
    }

    private void settle(EmailSignInForm form) throws EmailRefusedException {
        try {
            SentMail mail = provenMail();
            if (form.button() == Button.OLDER && !whom.isLinking()) {
                context.resetFlow(() -> keep(mail));
                return;
            }
            keep(mail);
            Settlement settlement =
                    new Arrival(context, config, whom).settle(mail.address(), form.button() == Button.FRESH);
            if (settlement instanceof Owner owner) {
                desk.proven(mail);
                notes.settled(owner.userId());
                goOn();
            } else {
                show(form, null, true);
            }
        } catch (EmailRefusedException refused) {
            // Whatever comes of it, the mail has had its use.
            notes.clear();
            throw refused;
        }
    }

    /** Whoever links an account may enter it by this very link, which is no way of the account's own. */
    private void keep(SentMail mail) {
        if (!whom.isLinking()) {
            ProvenMailbox.keep(context.getAuthenticationSession(), mail.address(), mail.expiresAt());
        }
    }

    /** The mail that has proven its address, which must still be the one that the login asks for. */
    private SentMail provenMail() throws EmailRefusedException {
        SentMail mail = notes.mail();
        if (mail == null || notes.proof() == null) {
            throw refuse("orgSwitcherEmailErrorUsed", Errors.INVALID_CODE);
        }
        if (mail.isExpired(Time.currentTimeSeconds())) {
            throw refuse("orgSwitcherEmailErrorCodeExpired", Errors.EXPIRED_CODE);
        }
        if (whom.address(mail.address().text()).filter(mail.address()::equals).isEmpty()) {
            throw refuse("orgSwitcherEmailErrorUsed", Errors.INVALID_EMAIL);
        }
        return mail;
    }

    private static EmailRefusedException refuse(String messageKey, String error) {
        return new EmailRefusedException(EmailSignInForm.EMAIL, messageKey, error);
    }

    /** The request that has settled who the owner is may not see it; the next one does. */
    private void goOn() {
        URI here = context.getActionUrl(context.generateAccessCode());
        context.forceChallenge(Response.seeOther(here).build());
    }

    private void arrive() throws EmailRefusedException {
        SentMail mail = notes.mail();
        Proof proof = notes.proof();
        String owner = notes.owner();
        notes.clear();
        if (mail == null || proof == null || owner == null) {
            throw refuse("orgSwitcherEmailErrorUsed", Errors.INVALID_CODE);
        }
        new Arrival(context, config, whom).complete(mail.address(), proof, owner);
    }

    private SentState sent(SentMail mail, @Nullable EmailRefusedException refused) {
        boolean elsewhere =
                notes.proof() == null && MailUse.isUsed(context.getSession().singleUseObjects(), mail.id());
        return new SentState(
                mail,
                Math.max(0, mail.sentAt() + config.resendSeconds() - Time.currentTimeSeconds()),
                refused != null && refused.isTooSoon(),
                elsewhere,
                context.getRefreshUrl(false),
                EmailLinkResource.used(context.getSession()));
    }

    private void show(EmailSignInForm form, @Nullable EmailRefusedException refused) {
        show(form, refused, false);
    }

    private void show(EmailSignInForm form, @Nullable EmailRefusedException refused, boolean atStake) {
        if (isAskingWho() && !atStake) {
            passkeys.offer();
        }
        context.challenge(page(form, refused, atStake));
    }

    private Response page(EmailSignInForm form, @Nullable EmailRefusedException refused, boolean atStake) {
        SentMail mail = notes.mail();
        EmailSignInPage page =
                new EmailSignInPage(config, whom, mail == null ? null : sent(mail, refused), form, atStake);
        LoginFormsProvider forms = context.form().setAttribute(EmailSignInPage.NAME, page);
        if (refused != null) {
            forms.addError(new FormMessage(refused.field(), refused.messageKey(), refused.parameters()));
        }
        return forms.createForm(EmailSignInPage.TEMPLATE);
    }
}
