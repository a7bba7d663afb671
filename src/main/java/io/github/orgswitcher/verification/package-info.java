/** Proof that an organization owns an allowed domain: a TXT record that is looked up on demand and again from time to time. */
@NullMarked
package io.github.orgswitcher.verification;

import org.jspecify.annotations.NullMarked;
