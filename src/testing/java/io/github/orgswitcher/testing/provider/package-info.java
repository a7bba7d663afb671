/** Providers of the tests' own, which the test servers have beside the extension. They know nothing but Keycloak, and of the
 * extension what it is open by. */
package io.github.orgswitcher.testing.provider;
