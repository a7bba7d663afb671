package io.github.orgswitcher.admin;

import io.github.orgswitcher.decision.SignIn;
import io.github.orgswitcher.decision.Standing.Choice;
import io.github.orgswitcher.domain.WrittenAddress;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;

/**
 * The login that a preview is asked for.
 *
 * @param address the person's email address
 * @param signIn how the person would sign in, and what the application would ask for
 * @param choice what the person would have chosen before in the same session; null where nothing
 * @param client the application; null for none in particular
 * @param drawn whether the page is to be drawn, too
 * @param doubted the identity provider that the person would come by, where it does not vouch for the address; null else
 */
record PreviewQuestion(
        WrittenAddress address,
        SignIn signIn,
        @Nullable Choice choice,
        @Nullable ClientModel client,
        boolean drawn,
        @Nullable String doubted) {}
