/**
 * The only room that knows Keycloak's insides: what is no interface for extensions, and may change with any release. Others
 * use the types of this room, and of it depend on nothing that a later Keycloak could take away. Where versions differ there are two
 * implementations, chosen at start by what the running Keycloak has.
 *
 * <p>Every class of Keycloak's insides that this room reads, with why. A test compares the list with the code.
 *
 * <ul>
 *   <li>{@code org.keycloak.WebAuthnConstants}: the names of what a page posts that was answered by a passkey
 *   <li>{@code org.keycloak.authentication.AuthenticationFlow}: the kind of a flow that has steps
 *   <li>{@code org.keycloak.authentication.AuthenticationProcessor}: which flow a login is in and where in it, and which action the application is told of
 *   <li>{@code org.keycloak.authentication.AuthenticatorUtil}: how a login was proven, and the steps of a flow at any depth
 *   <li>{@code org.keycloak.authentication.actiontoken.ActionTokenContext}: what the handler of a mailed link is called with
 *   <li>{@code org.keycloak.authentication.actiontoken.DefaultActionToken}: the signed link, with its login, that Keycloak makes and reads
 *   <li>{@code org.keycloak.authentication.actiontoken.inviteorg.InviteOrgActionToken}: the link in an invitation's mail
 *   <li>{@code org.keycloak.authentication.actiontoken.inviteorg.InviteOrgActionTokenHandler}: makes its reader's account a member, and gives its place to ours
 *   <li>{@code org.keycloak.authentication.actiontoken.verifyemail.VerifyEmailActionToken}: the link in the mail that verifies an address
 *   <li>{@code org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator}: what the steps of a first login at an identity provider note for each other
 *   <li>{@code org.keycloak.authentication.authenticators.broker.IdpAutoLinkAuthenticatorFactory}: the id of the step that links accounts with no proof
 *   <li>{@code org.keycloak.authentication.authenticators.broker.IdpCreateUserIfUniqueAuthenticatorFactory}: the id of the step that makes accounts there
 *   <li>{@code org.keycloak.authentication.authenticators.broker.IdpEmailVerificationAuthenticatorFactory}: the id of the step that proves an account by mail before it is linked
 *   <li>{@code org.keycloak.authentication.authenticators.broker.IdpUsernamePasswordFormFactory}: the id of the step that proves it by its password
 *   <li>{@code org.keycloak.authentication.authenticators.broker.util.PostBrokerLoginConstants}: where a login by an identity provider is noted before its session is
 *   <li>{@code org.keycloak.authentication.authenticators.broker.util.ExistingUserInfo}: what the account was found by, as a note of a first login keeps it
 *   <li>{@code org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext}: what a provider has told, as such notes keep it
 *   <li>{@code org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator}: where the typed name is noted
 *   <li>{@code org.keycloak.authentication.authenticators.browser.IdentityProviderAuthenticator}: sends a login on to an identity provider, with all that has to go along
 *   <li>{@code org.keycloak.authentication.authenticators.browser.PasswordFormFactory}: the id of a page that asks for a password
 *   <li>{@code org.keycloak.authentication.authenticators.browser.UsernamePasswordFormFactory}: the id of the other
 *   <li>{@code org.keycloak.authentication.authenticators.browser.WebAuthnPasswordlessAuthenticatorFactory}: the id of the step that asks for a passkey
 *   <li>{@code org.keycloak.authentication.authenticators.util.AuthenticatorUtils}: what locks an account, and "remember me"
 *   <li>{@code org.keycloak.authentication.authenticators.browser.WebAuthnConditionalUIAuthenticator}: offers passkeys on a page, and checks them
 *   <li>{@code org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory}: the id of the action that adds a passkey
 *   <li>{@code org.keycloak.authorization.fgap.AdminPermissionsSchema}: has look-ups leave nothing out that an administrator may not view; whether fine-grained permissions count, and what of a list they let through, as predicates
 *   <li>{@code org.keycloak.authentication.forms.RegistrationUserCreation}: registers people, makes those who are invited members, and gives its place to ours
 *   <li>{@code org.keycloak.broker.oidc.mappers.AbstractClaimMapper}: whether a provider says that an address is verified
 *   <li>{@code org.keycloak.broker.provider.AbstractIdentityProvider}: where it is noted that a provider has just let an account be made, and that the person has typed another address than it named
 *   <li>{@code org.keycloak.broker.saml.SAMLEndpoint}: where a provider's assertion is kept in a login
 *   <li>{@code org.keycloak.connections.jpa.JpaConnectionProvider}: the entity manager that shares Keycloak's transaction
 *   <li>{@code org.keycloak.connections.jpa.entityprovider.JpaEntityProvider}: adds tables of our own
 *   <li>{@code org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory}: the same, as Keycloak registers it
 *   <li>{@code org.keycloak.device.DeviceRepresentationProvider}: which browser asks, by what Keycloak reads in its header
 *   <li>{@code org.keycloak.dom.saml.v2.assertion.AssertionType}: what a provider has asserted in a login
 *   <li>{@code org.keycloak.dom.saml.v2.assertion.AttributeStatementType}: what Keycloak's SAML mappers write to
 *   <li>{@code org.keycloak.dom.saml.v2.assertion.AttributeType}: the same, one attribute of it
 *   <li>{@code org.keycloak.dom.saml.v2.protocol.AuthnRequestType}: whether a SAML request allows a page
 *   <li>{@code org.keycloak.email.EmailSenderProvider}: which setting of the realm lets letters beyond ASCII into addresses
 *   <li>{@code org.keycloak.executors.ExecutorsProvider}: runs what no request waits for
 *   <li>{@code org.keycloak.models.AccountRoles}: which roles let an application see and change the account of its user
 *   <li>{@code org.keycloak.models.AdminRoles}: which roles make administrators
 *   <li>{@code org.keycloak.models.BrowserSecurityHeaders}: where a realm keeps what it says of images
 *   <li>{@code org.keycloak.models.Constants}: the names of notes and parameters, and what stands between several values of a setting
 *   <li>{@code org.keycloak.models.ImpersonationSessionNote}: which administrator acts as somebody else
 *   <li>{@code org.keycloak.models.LDAPConstants}: the name of the setting that says whether an LDAP directory is written to
 *   <li>{@code org.keycloak.models.OAuth2DeviceCodeModel}: what is stored with a device's code
 *   <li>{@code org.keycloak.models.cache.CachedRealmModel}: reads a realm past the cache, and keeps beside it there what holds until it changes
 *   <li>{@code org.keycloak.models.jpa.JpaUserPartialEvaluationProvider}: what those predicates are made with
 *   <li>{@code org.keycloak.models.jpa.entities.OrganizationDomainEntity}: their own domains in lists that page in SQL
 *   <li>{@code org.keycloak.models.jpa.entities.OrganizationEntity}: organizations in lists that page in SQL, and as rows to lock
 *   <li>{@code org.keycloak.models.jpa.entities.OrganizationInvitationEntity}: an invitation as a row to lock
 *   <li>{@code org.keycloak.models.jpa.entities.RealmEntity}: a realm as a row to lock
 *   <li>{@code org.keycloak.models.jpa.entities.UserEntity}: users in lists that page in SQL
 *   <li>{@code org.keycloak.models.jpa.entities.UserGroupMembershipEntity}: who of them belongs to an organization
 *   <li>{@code org.keycloak.models.light.LightweightUserAdapter}: a reader of mail who is in no database
 *   <li>{@code org.keycloak.models.utils.DefaultAuthenticationFlows}: the names of the flows that a realm has from the start
 *   <li>{@code org.keycloak.models.utils.KeycloakModelUtils}: how settings name roles and groups, and people a provider; deletes flows with all that is in them, unless something uses them; opens sessions with transactions of their own
 *   <li>{@code org.keycloak.models.utils.ReadOnlyUserModelDelegate}: a user to whom nothing can be written
 *   <li>{@code org.keycloak.models.utils.StorageUnavailableUserModelDelegate}: a user of a storage that does not answer
 *   <li>{@code org.keycloak.organization.authentication.authenticators.browser.OrganizationAuthenticatorFactory}: the id of Keycloak's organization step
 *   <li>{@code org.keycloak.organization.protocol.mappers.oidc.OrganizationGroupMembershipMapper}: made to tell the groups of the chosen organization alone
 *   <li>{@code org.keycloak.organization.protocol.mappers.oidc.OrganizationMembershipMapper}: made to tell of no organization where none was chosen; whose scope it is in asks for organizations
 *   <li>{@code org.keycloak.organization.protocol.mappers.oidc.OrganizationScope}: which scope asks for organizations; its name is any client scope's
 *   <li>{@code org.keycloak.organization.protocol.mappers.saml.OrganizationGroupMembershipMapper}: made to tell the groups of the chosen organization alone
 *   <li>{@code org.keycloak.organization.protocol.mappers.saml.OrganizationMembershipMapper}: made to tell the chosen organization alone
 *   <li>{@code org.keycloak.organization.utils.Organizations}: how Keycloak itself compares domains, and finds the provider that manages a person; whether a realm has organizations, and the answer where it has none; reads the token of an invitation's link
 *   <li>{@code org.keycloak.protocol.RestartLoginCookie}: lets a login that has run out begin once more
 *   <li>{@code org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider}: what a lightweight token stands for
 *   <li>{@code org.keycloak.protocol.oidc.AccessTokenIntrospectionProviderFactory}: the same, its id
 *   <li>{@code org.keycloak.protocol.oidc.OIDCLoginProtocol}: the parameters of a request, and the protocol of a login
 *   <li>{@code org.keycloak.protocol.oidc.OIDCLoginProtocolService}: the path of the token endpoint
 *   <li>{@code org.keycloak.protocol.oidc.TokenIntrospectionProvider}: the same, how it is found
 *   <li>{@code org.keycloak.protocol.oidc.TokenManager}: how Keycloak splits a scope
 *   <li>{@code org.keycloak.protocol.oidc.endpoints.AuthorizationEndpoint}: where a request's further parameters are noted, of which an invitation's token is one
 *   <li>{@code org.keycloak.protocol.oidc.grants.device.DeviceGrantType}: which code a login is for
 *   <li>{@code org.keycloak.protocol.oidc.grants.device.endpoints.DeviceEndpoint}: finds the code that a person has entered
 *   <li>{@code org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper}: a mapper of claims of our own
 *   <li>{@code org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper}: the same, for access tokens
 *   <li>{@code org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper}: the same, its switches in the console
 *   <li>{@code org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper}: the same, for ID tokens
 *   <li>{@code org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper}: the same, for introspection
 *   <li>{@code org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper}: the same, for UserInfo
 *   <li>{@code org.keycloak.protocol.oidc.token.TokenPostProcessor}: sees refresh tokens before they are signed
 *   <li>{@code org.keycloak.protocol.oidc.token.TokenPostProcessorContext}: the same, with what the token is issued for
 *   <li>{@code org.keycloak.protocol.oidc.token.TokenPostProcessorFactory}: the same, as Keycloak registers it
 *   <li>{@code org.keycloak.protocol.oidc.utils.OIDCResponseType}: that no answer is asked for
 *   <li>{@code org.keycloak.protocol.saml.mappers.AbstractSAMLProtocolMapper}: a mapper of an assertion's attributes of our own
 *   <li>{@code org.keycloak.protocol.saml.mappers.AttributeStatementHelper}: the same, where the console lists it
 *   <li>{@code org.keycloak.protocol.saml.mappers.SAMLAttributeStatementMapper}: the same, what it writes to
 *   <li>{@code org.keycloak.provider.EnvironmentDependentProviderFactory}: leaves mappers away where the server runs without organizations
 *   <li>{@code org.keycloak.saml.SAMLRequestParser}: reads a SAML request, which Keycloak keeps nothing of
 *   <li>{@code org.keycloak.saml.common.constants.JBossSAMLURIConstants}: the format of an attribute's name
 *   <li>{@code org.keycloak.saml.processing.core.saml.v2.common.SAMLDocumentHolder}: the same, as it hands it out
 *   <li>{@code org.keycloak.services.ErrorPage}: the page that says what went wrong
 *   <li>{@code org.keycloak.services.ErrorResponse}: an error's answer as Keycloak's own REST gives it, which keeps nothing of the request's transaction
 *   <li>{@code org.keycloak.services.Urls}: the path of Keycloak's mailed links, and the issuer of what a realm signs
 *   <li>{@code org.keycloak.services.cors.Cors}: which applications in browsers may read an answer
 *   <li>{@code org.keycloak.services.managers.AppAuthManager}: who sends an access token, or the cookie of a session
 *   <li>{@code org.keycloak.services.managers.AuthenticationManager}: whether a session is valid, and its end, the redirect to a required action, what becomes of {@code kc_action}, a login's client scopes, and the remembered name
 *   <li>{@code org.keycloak.services.managers.AuthenticationSessionManager}: the session that a login goes on in, and a browser's own logins
 *   <li>{@code org.keycloak.services.managers.BruteForceProtector}: counts wrong codes, and tells which accounts are locked for good
 *   <li>{@code org.keycloak.services.managers.ClientSessionCode}: the code that a request to a step needs
 *   <li>{@code org.keycloak.services.messages.Messages}: the keys of what Keycloak's own pages say
 *   <li>{@code org.keycloak.services.resource.RealmResourceProvider}: pages and REST of our own for people, below a realm
 *   <li>{@code org.keycloak.services.resource.RealmResourceProviderFactory}: the same, as Keycloak registers it
 *   <li>{@code org.keycloak.services.resources.LoginActionsService}: the paths of flows and required actions, and the message that it leaves for the next page
 *   <li>{@code org.keycloak.services.resources.RealmsResource}: the address of a realm's resources
 *   <li>{@code org.keycloak.services.resources.account.CorsPreflightService}: the answer to browsers that ask who may call
 *   <li>{@code org.keycloak.services.resources.admin.AdminAuth}: who an administrator is, and the same in another session
 *   <li>{@code org.keycloak.services.resources.admin.AdminEventBuilder}: makes an admin event of what was changed
 *   <li>{@code org.keycloak.services.resources.admin.AuthenticationManagementResource}: copies a flow with all that is in it
 *   <li>{@code org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider}: a REST of our own for administrators, who are signed in by then
 *   <li>{@code org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory}: the same, as Keycloak registers it
 *   <li>{@code org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator}: what an administrator may do
 *   <li>{@code org.keycloak.services.resources.admin.fgap.AdminPermissions}: the same in another session
 *   <li>{@code org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner}: has one node of a cluster do a task
 *   <li>{@code org.keycloak.services.scheduled.ScheduledTaskRunner}: gives a task a session of its own
 *   <li>{@code org.keycloak.services.util.CacheControlUtil}: keeps a page with an address on it out of caches
 *   <li>{@code org.keycloak.services.util.LocaleUtil}: takes the language that a request asks for
 *   <li>{@code org.keycloak.services.util.ResolveRelative}: an application's home, which may be told relative to its root
 *   <li>{@code org.keycloak.storage.DatastoreProvider}: the way to the storages beneath the cache
 *   <li>{@code org.keycloak.storage.StoreManagers}: the same
 *   <li>{@code org.keycloak.storage.UserStorageProvider}: asked by itself whether it answers
 *   <li>{@code org.keycloak.storage.UserStorageProviderFactory}: the same, how it is made
 *   <li>{@code org.keycloak.storage.UserStorageProviderModel}: the same, whether it is on
 *   <li>{@code org.keycloak.storage.adapter.AbstractUserAdapter}: a user to whom nothing can be written
 *   <li>{@code org.keycloak.storage.adapter.InMemoryUserAdapter}: a user who is stored nowhere, whose login is foreseen
 *   <li>{@code org.keycloak.userprofile.UserProfileProvider}: what a realm's user profile asks for
 * </ul>
 */
@NullMarked
package io.github.orgswitcher.platform;

import org.jspecify.annotations.NullMarked;
