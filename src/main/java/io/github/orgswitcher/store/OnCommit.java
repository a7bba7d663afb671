package io.github.orgswitcher.store;

import org.keycloak.models.AbstractKeycloakTransaction;

/** A step of the end of a session's transaction, which is not taken where that is rolled back. */
public final class OnCommit extends AbstractKeycloakTransaction {

    private final Runnable step;

    /**
     * A step.
     *
     * @param step what to do
     */
    public OnCommit(Runnable step) {
        this.step = step;
    }

    @Override
    protected void commitImpl() {
        step.run();
    }

    @Override
    protected void rollbackImpl() {}
}
