/** What the extension keeps, one interface a room; {@link io.github.orgswitcher.store.RealmStore} leads to them. */
@NullMarked
package io.github.orgswitcher.store;

import org.jspecify.annotations.NullMarked;
