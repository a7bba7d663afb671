/** REST and pages for signed-in people about their own organizations: doors to the rules by which logins choose. */
@NullMarked
package io.github.orgswitcher.account;

import org.jspecify.annotations.NullMarked;
