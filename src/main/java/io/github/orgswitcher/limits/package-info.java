/** How often mails may be asked for and codes guessed at, counted for all nodes together. */
@NullMarked
package io.github.orgswitcher.limits;

import org.jspecify.annotations.NullMarked;
