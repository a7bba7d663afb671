package io.github.orgswitcher.passwordless;

import java.net.URI;

/**
 * What has become of the latest mail, as the page is drawn.
 *
 * @param mail the mail
 * @param waitSeconds in how many seconds another one may be asked for
 * @param tooSoon whether one was asked for before that
 * @param usedElsewhere whether somebody has signed in by its link in another browser
 * @param refresh where the page is drawn anew
 * @param used where the page may ask whether the mail was used
 */
record SentState(SentMail mail, long waitSeconds, boolean tooSoon, boolean usedElsewhere, URI refresh, URI used) {}
