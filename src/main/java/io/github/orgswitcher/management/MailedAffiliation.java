package io.github.orgswitcher.management;

import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.hash.MailedCode;
import io.github.orgswitcher.limits.AffiliationMails;
import io.github.orgswitcher.management.Act.Deed;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.platform.mail.MailReach;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** {@link Affiliation} by a code that is mailed to an address on the domain, for one who manages an organization. */
public final class MailedAffiliation {

    private static final Logger LOG = Logger.getLogger(MailedAffiliation.class);

    /** The form's field that the address is typed into. */
    public static final String FIELD = "email";

    /** The form's field that the code is typed into. */
    public static final String CODE = AffiliationCode.FIELD;

    private static final DomainField ADDRESS = new DomainField(FIELD);
    private static final DomainField MAIL = new DomainField("mail");
    private static final DomainField PROVE = new DomainField("prove");

    private final ManagedOrganization organization;
    private final KeycloakSession session;
    private final AffiliationCode code;

    /**
     * The proof by mail of an organization's domains.
     *
     * @param organization the organization
     */
    public MailedAffiliation(ManagedOrganization organization) {
        this.organization = organization;
        this.session = organization.session();
        this.code = new AffiliationCode(
                session, organization.ref().id(), organization.manager().getId());
    }

    /**
     * The domain that a code was mailed for.
     *
     * @return the domain; empty where none was, or its time is over
     */
    public Optional<String> awaited() {
        return code.domain();
    }

    /**
     * Has a code mailed, in place of the one before.
     *
     * @param name the domain, in any spelling
     * @param typed an address on it
     * @return what was done
     * @throws ChoiceRefusedException where the domain cannot be proven so, the address is not on it, or no mail can be sent
     * @throws NoSuchOrganizationException where it is not managed any more by whoever asks
     */
    public Act ask(String name, String typed) {
        String domain = MAIL.stored(name);
        MAIL.about(() -> organization.write(List.of(), own -> {
            Affiliation.requireProvable(own, domain);
            return MAIL.allowed(own.domainRules(), domain);
        }));
        EmailAddress address =
                EmailAddress.typed(typed).orElseThrow(() -> ADDRESS.refused("orgSwitcherEmailErrorAddress"));
        if (!address.domain().name().equals(domain)) {
            throw ADDRESS.refused("orgSwitcherManageMailElsewhere", domain);
        }
        mail(domain, address);
        return Act.onDomain(Deed.DOMAIN_CODE_MAILED, organization.ref().id(), domain);
    }

    private void mail(String domain, EmailAddress address) {
        RealmModel realm = session.getContext().getRealm();
        if (!MailReach.includes(realm, address)) {
            throw ADDRESS.refused("orgSwitcherEmailErrorLetters");
        }
        AffiliationMails mails = new AffiliationMails(session);
        List<String> counted = mails.take(organization.ref().id(), address)
                .orElseThrow(() -> ADDRESS.refused("orgSwitcherManageMailsTooMany"));
        MailedCode made = AffiliationCode.random();
        try {
            new AffiliationMail(organization.ref().name(), domain, made).send(session, address);
        } catch (EmailException e) {
            // What the exception says may quote the address.
            LOG.warnf("Realm %s: the mail with a code for a domain could not be sent", realm.getName());
            mails.giveBack(counted);
            throw new ChoiceRefusedException(FIELD, "orgSwitcherManageMailFailed", Errors.EMAIL_SEND_FAILED);
        }
        code.keep(domain, made);
    }

    /**
     * Proves a domain by the code that was mailed to an address on it.
     *
     * @param name the domain, in any spelling
     * @param typed the code
     * @return what was done
     * @throws ChoiceRefusedException where the code is not right, or the domain cannot be proven so
     * @throws NoSuchOrganizationException where it is not managed any more by whoever asks
     */
    public Act prove(String name, String typed) {
        String domain = PROVE.stored(name);
        code.check(domain, typed);
        Verdict verdict = PROVE.about(() -> organization.write(List.of(), own -> {
            PROVE.allowed(own.domainRules(), domain);
            return Affiliation.prove(own, domain);
        }));
        code.use();
        return Act.onDomain(Deed.DOMAIN_AFFILIATED_BY_CODE, organization.ref().id(), domain, verdict);
    }
}
