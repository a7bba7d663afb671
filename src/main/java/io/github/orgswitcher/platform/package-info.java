/**
 * The only room that knows Keycloak's insides: what is no interface for extensions, and may change with any release. Others
 * use the types of this room, and of it depend on nothing that a later Keycloak could take away. Where versions differ there are two
 * implementations, chosen at start by what the running Keycloak has.
 *
 * <p>Every class of Keycloak's insides that this room reads, with why. A test compares the list with the code.
 *
 * <ul>
 *   <li>{@code org.keycloak.authentication.authenticators.browser.IdentityProviderAuthenticator}: sends a login on to an
 *       identity provider, with all that has to go along
 *   <li>{@code org.keycloak.connections.jpa.JpaConnectionProvider}: one statement tells which organization manages an identity
 *       provider, where the model would look organization by organization
 *   <li>{@code org.keycloak.organization.utils.Organizations}: how Keycloak itself compares domains, and finds the provider that
 *       manages a person
 * </ul>
 */
@NullMarked
package io.github.orgswitcher.platform;

import org.jspecify.annotations.NullMarked;
