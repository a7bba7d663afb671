package io.github.orgswitcher.authority;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.platform.ProviderWord;
import io.github.orgswitcher.platform.UserStorages;
import io.github.orgswitcher.platform.flow.AutomaticLink;
import io.github.orgswitcher.platform.flow.ProfileReview;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.storage.StorageUnavailableException;

/** Records who has proven an address, or vouched for it, where only Keycloak's events tell. */
final class ProofListener implements EventListenerProvider {

    private static final String LINKS = "federated-identity";
    private static final String BROKER = "broker";

    /** A partial import tells of its users as of something of the realm's. */
    private static final Set<ResourceType> USER_EVENTS = EnumSet.of(ResourceType.USER, ResourceType.REALM);

    private final KeycloakSession session;

    ProofListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        if (event.getError() != null) {
            return;
        }
        if (ProfileReview.isIn(event)) {
            reviewed(new ProfileReview(event));
            return;
        }
        switch (event.getType()) {
            case VERIFY_EMAIL -> user(event.getUserId()).ifPresent(this::afterLink);
            case UPDATE_EMAIL ->
                user(event.getUserId()).ifPresent(user -> {
                    afterLink(user);
                    rewritten(event, user);
                });
            case UPDATE_PROFILE -> user(event.getUserId()).ifPresent(user -> rewritten(event, user));
            case REGISTER -> user(event.getUserId()).ifPresent(user -> registered(event, user));
            case FEDERATED_IDENTITY_LINK -> user(event.getUserId()).ifPresent(user -> linked(user, provider(event)));
            case LOGIN -> user(event.getUserId()).ifPresent(user -> owned(user, provider(event)));
            case REMOVE_FEDERATED_IDENTITY ->
                user(event.getUserId()).ifPresent(user -> unlinked(user, provider(event)));
            default -> {}
        }
    }

    private void reviewed(ProfileReview review) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        if (review.isOfAddress()) {
            ProviderWord.typed(login);
        } else if (review.isOfName()) {
            AutomaticLink.nameTyped(login);
        }
    }

    private void rewritten(Event event, UserModel user) {
        if (detail(event, Details.UPDATED_EMAIL) != null) {
            directoryWord().rewritten(user);
        }
    }

    /** Keycloak makes new accounts in a directory that takes them, with whatever address they bring. */
    private void registered(Event event, UserModel user) {
        if (BROKER.equals(detail(event, Details.REGISTER_METHOD))) {
            provider(event).ifPresent(provider -> registered(user, provider));
        }
        directoryWord().rewritten(user);
    }

    /** Keycloak verifies the address only after it has told of its change. */
    private void afterLink(UserModel user) {
        if (MailedLink.isOpened(session)) {
            session.getTransactionManager().enlistAfterCompletion(new LinkOpened(session, user));
        }
    }

    /** Keycloak marks a new account's address as verified where the provider has named it itself, in words that count. */
    private void registered(UserModel user, IdentityProviderModel provider) {
        Optional<String> owner = owners().of(provider);
        boolean counts = user.isEmailVerified() && Boolean.TRUE.equals(provider.isTrustEmail());
        if (counts && owner.isPresent()) {
            proofs().saveWitness(user, owner.get());
        } else if (counts) {
            proofs().saveOwn(user);
        }
        owned(user, Optional.of(provider));
    }

    /** Linking takes nothing from an address that counted before, unless the provider has changed it on the way. */
    private void linked(UserModel user, Optional<IdentityProviderModel> provider) {
        provider.filter(linked -> new VerifiedBefore(session, user.getId())
                        .had(user.getEmail())
                        .orElse(false))
                .ifPresent(linked -> proofs().keep(user, linked.getAlias()));
        provider.filter(linked -> linked.getSyncMode() == IdentityProviderSyncMode.FORCE)
                .ifPresent(linked -> beforeWritten(user));
        owned(user, provider);
    }

    /**
     * Keycloak is about to write the provider's address to the account and to mark it as verified, also where the mapper has
     * taken the provider's word back and, by its sync mode, is not asked again.
     */
    private void beforeWritten(UserModel user) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        if (!ProviderWord.isDeniedIn(login)) {
            return;
        }
        if (user.isEmailVerified() && EmailAddress.onRecord(user.getEmail()).isPresent()) {
            proofs().doubt(user);
        } else {
            ProviderWord.leaveUnverified(login);
        }
    }

    private void owned(UserModel user, Optional<IdentityProviderModel> provider) {
        provider.flatMap(owners()::of).ifPresent(orgId -> proofs().saveLink(user));
    }

    private void unlinked(UserModel user, Optional<IdentityProviderModel> provider) {
        owned(user, provider);
        provider.ifPresent(former -> directoryWord().unlinked(user, former));
    }

    private Optional<IdentityProviderModel> provider(Event event) {
        return owners().provider(detail(event, Details.IDENTITY_PROVIDER));
    }

    private static @Nullable String detail(Event event, String name) {
        return event.getDetails() == null ? null : event.getDetails().get(name);
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getError() != null || !USER_EVENTS.contains(event.getResourceType()) || !inContext(event)) {
            return;
        }
        List<String> path = List.of(event.getResourcePath().split("/"));
        Optional<WrittenUser> written = WrittenUser.of(path);
        if (written.isPresent()) {
            written.filter(any -> event.getOperationType() != OperationType.DELETE)
                    .ifPresent(any -> user(any.id()).ifPresent(user -> new AdministratorsWord(session, proofs())
                            .read(user, event, any.mayVouch())));
        } else if (path.size() == 4 && path.get(2).equals(LINKS)) {
            user(path.get(1)).ifPresent(user -> tied(user, owners().provider(path.get(3)), event.getOperationType()));
        }
    }

    private void tied(UserModel user, Optional<IdentityProviderModel> provider, OperationType operation) {
        if (operation == OperationType.DELETE) {
            unlinked(user, provider);
        } else {
            owned(user, provider);
        }
    }

    private boolean inContext(AdminEvent event) {
        RealmModel realm = session.getContext().getRealm();
        return realm != null && realm.getId().equals(event.getRealmId()) && event.getResourcePath() != null;
    }

    /** Of whom a user storage says nothing at the moment, nothing is kept; what Keycloak does goes on. */
    private Optional<UserModel> user(String id) {
        UserStorages storages = new UserStorages(session, session.getContext().getRealm());
        try {
            return Optional.ofNullable(id).flatMap(storages::user);
        } catch (StorageUnavailableException e) {
            return Optional.empty();
        }
    }

    private DirectoryWord directoryWord() {
        return new DirectoryWord(session, session.getContext().getRealm());
    }

    private ProviderOwners owners() {
        return new ProviderOwners(session, session.getContext().getRealm());
    }

    private AddressProofs proofs() {
        return new AddressProofs(session, session.getContext().getRealm());
    }

    @Override
    public void close() {}
}
