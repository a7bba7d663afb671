package io.github.orgswitcher.lifecycle;

import io.github.orgswitcher.authority.AddressesOnRecord;
import io.github.orgswitcher.authority.LinksOnRecord;
import io.github.orgswitcher.declared.DeclaredPoliciesAtStart;
import io.github.orgswitcher.declared.MarkedDomainSync;
import io.github.orgswitcher.platform.PresentUsers;
import io.github.orgswitcher.platform.UserStorages;
import io.github.orgswitcher.settings.KeptSettings;
import io.github.orgswitcher.store.AfterCommit;
import io.github.orgswitcher.store.CleanUp;
import io.github.orgswitcher.store.CommittedReads;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.RealmStore;
import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.GroupModel.GroupEvent;
import org.keycloak.models.GroupModel.GroupRemovedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel.OrganizationMemberLeaveEvent;
import org.keycloak.models.OrganizationModel.OrganizationRemovedEvent;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.IdentityProviderRemovedEvent;
import org.keycloak.models.RealmModel.IdentityProviderUpdatedEvent;
import org.keycloak.models.RealmModel.RealmPostCreateEvent;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.UserPreRemovedEvent;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.StoreSyncEvent;

/** Keeps the store in step with Keycloak's realms, organizations, identity providers and users. */
final class LifecycleListener implements ProviderEventListener {

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof GroupEvent changed) {
            onGroupChanged(changed);
        } else if (event instanceof OrganizationMemberLeaveEvent left) {
            onMemberLeft(left);
        } else if (event instanceof UserPreRemovedEvent removed) {
            // Removing an organization removes the users it manages with no other event than this one.
            onUserLeaving(removed);
        } else if (event instanceof UserRemovedEvent removed) {
            onUserRemoved(removed);
        } else if (event instanceof OrganizationRemovedEvent removed) {
            onOrganizationRemoved(removed);
        } else if (event instanceof IdentityProviderUpdatedEvent updated) {
            LinksOnRecord.keepOfChanged(updated.getKeycloakSession(), updated.getUpdatedIdentityProvider());
        } else if (event instanceof IdentityProviderRemovedEvent removed) {
            LinksOnRecord.keepOfRemoved(removed.getKeycloakSession(), removed.getRemovedIdentityProvider());
        } else if (event instanceof RealmRemovedEvent removed) {
            CleanUp cleanUp = RealmStore.of(removed.getKeycloakSession(), removed.getRealm())
                    .cleanUp();
            new BriefWait(removed.getKeycloakSession(), removed.getRealm()).call(cleanUp::removeRealm);
        } else if (event instanceof RealmPostCreateEvent created) {
            onRealmCreated(created);
        } else if (event instanceof PostMigrationEvent started) {
            CommittedReads.check(started.getFactory());
            DeclaredPoliciesAtStart.schedule(started.getFactory());
            GoneUsers.schedule(started.getFactory());
            AddressesOnRecord.schedule(started.getFactory());
        } else if (event instanceof StoreSyncEvent synced && synced.getModel() != null) {
            onUserStorageChanged(synced, synced.getModel());
        }
    }

    private static void onGroupChanged(GroupEvent event) {
        ChangedGroups.note(event);
        if (event instanceof GroupRemovedEvent removed) {
            onGroupRemoved(removed);
        }
    }

    /** Imported organizations are there by now, and nobody else sees the realm yet. */
    private static void onRealmCreated(RealmPostCreateEvent event) {
        RealmModel realm = event.getCreatedRealm();
        new KeptSettings(event.getKeycloakSession(), realm).keep();
        MarkedDomainSync.ofNewRealm(
                RealmStore.of(event.getKeycloakSession(), realm).markedDomains());
        String realmId = realm.getId();
        AfterCommit.call(event.getKeycloakSession(), any -> AddressesOnRecord.keep(any, realmId));
    }

    /**
     * Whoever is making the user a member at this moment is waited for, or finds nobody afterwards. Whom a directory does not have any
     * more, Keycloak removes before that, and not in the middle of what this request has begun.
     */
    private static void onUserLeaving(UserPreRemovedEvent event) {
        String userId = event.getUser().getId();
        if (event.getRealm().equals(event.getKeycloakSession().getContext().getRealm())) {
            PresentUsers.of(event.getKeycloakSession()).ask(List.of(userId));
        }
        RealmStore store = RealmStore.of(event.getKeycloakSession(), event.getRealm());
        new BriefWait(event.getKeycloakSession(), event.getRealm()).call(() -> {
            store.people().lock(userId);
            store.cleanUp().removeUser(userId);
        });
    }

    /**
     * A user who is gone from a storage provider is removed from the local storage with this event alone, in a transaction inside
     * of the one that has looked the user up ({@code UserStorageManager.deleteInvalidUser}). That may be ours, and hold what we
     * have of the user until this one returns.
     */
    private static void onUserRemoved(UserRemovedEvent event) {
        String realmId = event.getRealm().getId();
        String userId = event.getUser().getId();
        AfterCommit.call(
                event.getKeycloakSession(),
                any -> AfterCommit.soon(any, other -> OwnTransaction.of(other).call(own -> {
                    RealmStore.of(own, realmId).cleanUp().removeUser(userId);
                    return userId;
                })));
    }

    /**
     * Keycloak is about to remove an organization, and now the memberships. Whoever writes something of the organization at
     * this moment, or joins it, is waited for, or finds no organization afterwards.
     */
    private static void onGroupRemoved(GroupRemovedEvent event) {
        if (event.getGroup().getType() == GroupModel.Type.ORGANIZATION) {
            RealmStore store = RealmStore.of(event.getKeycloakSession(), event.getRealm());
            List<String> orgIds = store.attributes()
                    .organizationsOfGroups(List.of(event.getGroup().getId()));
            boolean inContext = event.getRealm()
                    .equals(event.getKeycloakSession().getContext().getRealm());
            new BriefWait(event.getKeycloakSession(), event.getRealm()).call(() -> {
                store.organizations().lock(orgIds);
                if (inContext) {
                    new LateMembers(event.getKeycloakSession()).remove(orgIds, event.getGroup());
                }
            });
            if (inContext) {
                new ProvidersLeftBehind(event.getKeycloakSession()).distrust(orgIds);
            }
        }
    }

    private static void onOrganizationRemoved(OrganizationRemovedEvent event) {
        KeycloakSession session = event.getKeycloakSession();
        RealmModel realm = session.getContext().getRealm();
        CleanUp cleanUp = RealmStore.of(session, realm).cleanUp();
        String orgId = event.getOrganization().getId();
        new BriefWait(session, realm).call(() -> cleanUp.removeOrganization(orgId));
    }

    private static void onMemberLeft(OrganizationMemberLeaveEvent event) {
        KeycloakSession session = event.getSession();
        RealmModel realm = session.getContext().getRealm();
        UserModel left = event.getUser();
        // Whom the organization managed is gone with the membership. No directory is asked, which may not answer.
        UserModel user = StorageId.isLocalStorage(left.getId())
                ? new UserStorages(session, realm).own().getUserById(realm, left.getId())
                : left;
        if (user != null) {
            LeftMembers.of(session).add(realm.getId(), event.getOrganization().getId(), user);
        }
    }

    /**
     * Keycloak removes a provider's users all at once, and tells of it after the transaction. Of the removal of imported users
     * alone it tells nothing, so every change of a provider is a reason to look.
     */
    private static void onUserStorageChanged(StoreSyncEvent event, ComponentModel provider) {
        String realmId = event.getRealm().getId();
        boolean removed = event.getRemoved();
        AfterCommit.nowOrSoon(event.getSession(), any -> OwnTransaction.of(any).call(own -> {
            CleanUp cleanUp = RealmStore.of(own, realmId).cleanUp();
            if (removed) {
                cleanUp.removeUsersOfStorage(provider.getId());
            } else {
                cleanUp.removeGoneUsers();
            }
            return realmId;
        }));
    }
}
