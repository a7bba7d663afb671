/** Offers, joining and creating: each rule is checked again at the moment of writing. */
@NullMarked
package io.github.orgswitcher.membership;

import org.jspecify.annotations.NullMarked;
