package io.github.orgswitcher.authority;

import io.github.orgswitcher.domain.EmailAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Records who has proven an address, or vouched for it, where only Keycloak's events tell. */
final class ProofListener implements EventListenerProvider {

    private static final String USERS = "users";
    private static final String LINKS = "federated-identity";

    private final KeycloakSession session;

    ProofListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        if (event.getError() != null) {
            return;
        }
        switch (event.getType()) {
            case VERIFY_EMAIL, UPDATE_EMAIL -> user(event.getUserId()).ifPresent(this::afterLink);
            case REGISTER -> user(event.getUserId()).ifPresent(user -> registered(user, provider(event)));
            case FEDERATED_IDENTITY_LINK -> user(event.getUserId()).ifPresent(user -> linked(user, provider(event)));
            case LOGIN, REMOVE_FEDERATED_IDENTITY ->
                user(event.getUserId()).ifPresent(user -> vouched(user, provider(event)));
            default -> {}
        }
    }

    /** Keycloak verifies the address only after it has told of its change. */
    private void afterLink(UserModel user) {
        if (MailedLink.isOpened(session)) {
            session.getTransactionManager().enlistAfterCompletion(new LinkOpened(session, user));
        }
    }

    /** What a provider that is nobody's own says of somebody new, the realm trusts; nobody else can have said it. */
    private void registered(UserModel user, Optional<IdentityProviderModel> provider) {
        vouched(user, provider);
        provider.filter(known -> known.isTrustEmail() && proofs().ownerOf(known).isEmpty())
                .filter(trusted -> user.isEmailVerified())
                .ifPresent(trusted -> saveOwn(user));
    }

    /** Linking takes nothing from an address that counted before. Keycloak lets the provider change it only afterwards. */
    private void linked(UserModel user, Optional<IdentityProviderModel> provider) {
        provider.filter(owned -> proofs().ownerOf(owned).isPresent())
                .filter(owned -> proofs().countedBeforeLink(user, owned.getAlias()))
                .ifPresent(owned -> saveOwn(user));
        vouched(user, provider);
    }

    private void vouched(UserModel user, Optional<IdentityProviderModel> provider) {
        provider.flatMap(proofs()::ownerOf).ifPresent(orgId -> proofs().saveWitness(user, orgId));
    }

    private Optional<IdentityProviderModel> provider(Event event) {
        Map<String, String> details = event.getDetails() == null ? Map.of() : event.getDetails();
        return proofs().provider(details.get(Details.IDENTITY_PROVIDER));
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getError() != null || event.getResourceType() != ResourceType.USER || !inContext(event)) {
            return;
        }
        List<String> path = List.of(event.getResourcePath().split("/"));
        if (path.size() == 2 && path.get(0).equals(USERS) && event.getOperationType() != OperationType.DELETE) {
            user(path.get(1)).ifPresent(user -> changed(user, event.getOperationType()));
        } else if (path.size() == 4 && path.get(2).equals(LINKS) && event.getOperationType() == OperationType.DELETE) {
            user(path.get(1)).ifPresent(user -> vouched(user, proofs().provider(path.get(3))));
        }
    }

    private boolean inContext(AdminEvent event) {
        RealmModel realm = session.getContext().getRealm();
        return realm != null && realm.getId().equals(event.getRealmId()) && event.getResourcePath() != null;
    }

    /** An administrator vouches by hand: by verifying, and not by saving somebody who was verified before. */
    private void changed(UserModel user, OperationType operation) {
        if (user.isEmailVerified()
                && (operation == OperationType.CREATE
                        || !new VerifiedBefore(session, user.getId()).has(user.getEmail()))) {
            saveOwn(user);
        }
    }

    private void saveOwn(UserModel user) {
        EmailAddress.onRecord(user.getEmail()).ifPresent(address -> proofs().saveOwn(user, address));
    }

    private Optional<UserModel> user(String id) {
        RealmModel realm = session.getContext().getRealm();
        return Optional.ofNullable(id).map(known -> session.users().getUserById(realm, known));
    }

    private AddressProofs proofs() {
        return new AddressProofs(session, session.getContext().getRealm());
    }

    @Override
    public void close() {}
}
