/** Providers of the tests' own, which the test servers have beside the extension. They know nothing but Keycloak. */
package io.github.orgswitcher.testing.provider;
