/** Where an operator's own jar has a say in who joins, asks and creates. */
@NullMarked
package io.github.orgswitcher.veto;

import org.jspecify.annotations.NullMarked;
