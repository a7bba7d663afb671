package io.github.orgswitcher.setup;

import io.github.orgswitcher.account.AccountActionFactory;
import io.github.orgswitcher.authority.AddressesOnRecord;
import io.github.orgswitcher.settings.KeptSettings;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.AfterCommit;
import java.util.List;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Switches the extension on and off for a realm. Both may be repeated, and neither touches what others have made. All of
 * it happens in the session's transaction, or nothing does.
 */
public final class RealmSetup {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final OwnAction switcher;
    private final OwnAction account;
    private final PostLogin postLogin;
    private final EmailAuthority emailAuthority;
    private final BrowserFlow browserFlow;
    private final FirstBrokerLogin firstBrokerLogin;

    /**
     * The set-up of one realm.
     *
     * @param session the Keycloak session, in whose context the realm is
     * @param realm the realm
     */
    public RealmSetup(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.switcher = new OwnAction(session, realm, SwitcherConfig.PROVIDER_ID);
        this.account = new OwnAction(session, realm, AccountActionFactory.PROVIDER_ID);
        this.postLogin = new PostLogin(session, realm);
        this.emailAuthority = new EmailAuthority(session, realm);
        this.browserFlow = new BrowserFlow(session, realm);
        this.firstBrokerLogin = new FirstBrokerLogin(session, realm);
    }

    /**
     * What is on.
     *
     * @return the state
     */
    public SetupState state() {
        return new SetupState(
                switcher.isEnabled(),
                realm.isOrganizationsEnabled(),
                postLogin.providers(),
                browserFlow.hasSwitcher(),
                browserFlow.hasEmail(),
                browserFlow.asksBesideEmail(),
                firstBrokerLogin.flowsWithEmail());
    }

    /**
     * What is missing, or in others' hands.
     *
     * @return the warnings; none where all is well
     */
    public List<SetupWarning> warnings() {
        SetupState state = state();
        return SetupCheck.ALL.stream()
                .flatMap(check -> check.warnings(session, realm, state))
                .toList();
    }

    /**
     * How people sign in by email.
     *
     * @return a flow in use each; none where nobody does
     */
    public List<EmailWayIn> byEmail() {
        return new EmailSteps(session, realm)
                .reachable()
                .map(email -> EmailWayIn.of(realm, email))
                .toList();
    }

    /**
     * Switches on what is asked for, and off what an earlier call has switched on and this one does not ask for.
     *
     * @param request what is to be on
     * @throws SetupRefusedException where something stands in the way; the transaction is to be rolled back then
     */
    public void set(SetupRequest request) {
        if (request.organizationsEnabled()) {
            realm.setOrganizationsEnabled(true);
        }
        if (request.enabled()) {
            enableActions();
        } else {
            disableActions();
        }
        postLogin.set(request.identityProviders());
        emailAuthority.set(request.identityProviders());
        browserFlow.set(request.browserFlow(), request.byEmail());
        firstBrokerLogin.set(request.byEmail(), request.identityProviders());
    }

    /**
     * Makes the organization that is asked for, once all else is set.
     *
     * @param wanted what there is to be
     * @param adminId who wants it, and may manage all organizations
     * @return what that took
     * @throws SetupRefusedException where something stands in the way; the transaction is to be rolled back then
     */
    public MadeOrganization make(WantedOrganization wanted, String adminId) {
        return new FirstOrganization(session, realm).make(wanted, adminId);
    }

    /**
     * What is left to do.
     *
     * @param console the console of whoever asks
     * @param mayChangeConsole whether they may change its theme
     * @return the steps in their order; none while the switcher is off
     */
    public List<NextStep> next(ConsoleTheme console, boolean mayChangeConsole) {
        return new NextSteps(session, realm, console, mayChangeConsole).after(state());
    }

    /** Switches all off that {@link #set} switches on. Settings, organizations and memberships stay. */
    public void remove() {
        firstBrokerLogin.remove();
        browserFlow.remove();
        emailAuthority.set(Set.of());
        postLogin.remove();
        disableActions();
    }

    private void enableActions() {
        if (switcher.enable()) {
            new KeptSettings(session, realm).forget();
            String realmId = realm.getId();
            AfterCommit.call(session, any -> AfterCommit.soon(any, other -> AddressesOnRecord.keep(other, realmId)));
        }
        account.enable();
    }

    private void disableActions() {
        account.disable();
        switcher.disable();
    }
}
