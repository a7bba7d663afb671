/** What tokens and assertions say: the organization that was chosen, and none where none was. */
@NullMarked
package io.github.orgswitcher.token;

import org.jspecify.annotations.NullMarked;
