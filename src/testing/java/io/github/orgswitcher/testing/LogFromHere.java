package io.github.orgswitcher.testing;

/**
 * What a server logs from some moment on. A race between people ends in words for them, and in no stack trace for whoever runs
 * the server.
 *
 * @param server the server
 * @param before how much it had logged before
 */
public record LogFromHere(KeycloakServer server, int before) {

    /** What it logs from now on. */
    public static LogFromHere of(KeycloakServer server) {
        return new LogFromHere(server, server.log().length());
    }

    /** What it has logged since. */
    public String text() {
        return server.log().substring(before);
    }
}
