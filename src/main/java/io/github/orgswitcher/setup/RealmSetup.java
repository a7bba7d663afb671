package io.github.orgswitcher.setup;

import io.github.orgswitcher.authority.AddressesOnRecord;
import io.github.orgswitcher.settings.KeptSettings;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.AfterCommit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/**
 * Switches the extension on and off for a realm. Both may be repeated, and neither touches what others have made. All of
 * it happens in the session's transaction, or nothing does.
 */
public final class RealmSetup {

    private final KeycloakSession session;
    private final RealmModel realm;
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
        RequiredActionProviderModel action = action();
        return new SetupState(
                action != null && action.isEnabled(),
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
            enableAction();
        } else {
            disableAction();
        }
        postLogin.set(request.identityProviders());
        emailAuthority.set(request.identityProviders());
        browserFlow.set(request.browserFlow(), request.byEmail());
        firstBrokerLogin.set(request.byEmail(), request.identityProviders());
    }

    /** Switches all off that {@link #set} switches on. Settings, organizations and memberships stay. */
    public void remove() {
        firstBrokerLogin.remove();
        browserFlow.remove();
        emailAuthority.set(Set.of());
        postLogin.remove();
        disableAction();
    }

    private void enableAction() {
        RequiredActionProviderModel action = action();
        if (action == null) {
            realm.addRequiredActionProvider(newAction());
            new KeptSettings(session, realm).forget();
            String realmId = realm.getId();
            AfterCommit.call(session, any -> AfterCommit.soon(any, other -> AddressesOnRecord.keep(other, realmId)));
        } else if (!action.isEnabled()) {
            action.setEnabled(true);
            realm.updateRequiredActionProvider(action);
        }
    }

    private void disableAction() {
        RequiredActionProviderModel action = action();
        if (action != null && action.isEnabled()) {
            action.setEnabled(false);
            realm.updateRequiredActionProvider(action);
        }
    }

    private RequiredActionProviderModel newAction() {
        RequiredActionFactory factory = (RequiredActionFactory) session.getKeycloakSessionFactory()
                .getProviderFactory(RequiredActionProvider.class, SwitcherConfig.PROVIDER_ID);
        RequiredActionProviderModel action = new RequiredActionProviderModel();
        action.setAlias(SwitcherConfig.PROVIDER_ID);
        action.setProviderId(SwitcherConfig.PROVIDER_ID);
        action.setName(factory.getDisplayText());
        action.setEnabled(true);
        action.setPriority(1
                + realm.getRequiredActionProvidersStream()
                        .mapToInt(RequiredActionProviderModel::getPriority)
                        .max()
                        .orElse(0));
        return action;
    }

    private @Nullable RequiredActionProviderModel action() {
        return realm.getRequiredActionProviderByAlias(SwitcherConfig.PROVIDER_ID);
    }
}
