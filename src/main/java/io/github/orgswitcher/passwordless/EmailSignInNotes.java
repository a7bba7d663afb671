package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.domain.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.keycloak.sessions.AuthenticationSessionCompoundId;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What email sign-in keeps in an authentication session. Nothing is kept elsewhere before an address is proven. */
final class EmailSignInNotes {

    /** How an address was proven. */
    enum Proof {
        LINK,
        CODE
    }

    private static final String PREFIX = "org-switcher.email-sign-in.";
    private static final String ID = PREFIX + "id";
    private static final String ADDRESS = PREFIX + "address";
    private static final String CODE = PREFIX + "code";
    private static final String SENT_AT = PREFIX + "sent-at";
    private static final String EXPIRES_AT = PREFIX + "expires-at";
    private static final String PROOF = PREFIX + "proof";
    private static final String EXECUTION = PREFIX + "execution";
    private static final String ORIGIN = PREFIX + "origin";
    private static final String OWNER = PREFIX + "owner";

    private final AuthenticationSessionModel authSession;

    EmailSignInNotes(AuthenticationSessionModel authSession) {
        this.authSession = authSession;
    }

    /** The latest mail; null where none was sent or the person has turned away from it. */
    @Nullable
    SentMail mail() {
        String id = authSession.getAuthNote(ID);
        return id == null
                ? null
                : new SentMail(
                        id,
                        address(),
                        authSession.getAuthNote(CODE),
                        Long.parseLong(authSession.getAuthNote(SENT_AT)),
                        Long.parseLong(authSession.getAuthNote(EXPIRES_AT)));
    }

    private EmailAddress address() {
        return EmailAddress.onRecord(authSession.getAuthNote(ADDRESS)).orElseThrow();
    }

    /**
     * A mail takes the place of any other.
     *
     * @param mail the mail
     * @param executionId the step of the flow that sent it, where its link comes back to
     */
    void sent(SentMail mail, String executionId) {
        authSession.setAuthNote(ID, mail.id());
        authSession.setAuthNote(ADDRESS, mail.address().text());
        if (mail.codeHash() == null) {
            authSession.removeAuthNote(CODE);
        } else {
            authSession.setAuthNote(CODE, mail.codeHash());
        }
        authSession.setAuthNote(SENT_AT, String.valueOf(mail.sentAt()));
        authSession.setAuthNote(EXPIRES_AT, String.valueOf(mail.expiresAt()));
        authSession.setAuthNote(EXECUTION, executionId);
        authSession.removeAuthNote(PROOF);
        authSession.removeAuthNote(ORIGIN);
        authSession.removeAuthNote(OWNER);
    }

    /**
     * The mail of another browser's login, whose link was opened here. Its code stays there.
     *
     * @param mail the mail
     * @param executionId the step of the flow that sent it
     * @param origin the other browser's login
     */
    void sentFrom(SentMail mail, String executionId, AuthenticationSessionCompoundId origin) {
        sent(new SentMail(mail.id(), mail.address(), null, mail.sentAt(), mail.expiresAt()), executionId);
        authSession.setAuthNote(ORIGIN, origin.getEncodedId());
    }

    /** The login of another browser that asked for the latest mail; null where this one did. */
    @Nullable
    AuthenticationSessionCompoundId origin() {
        String id = authSession.getAuthNote(ORIGIN);
        return id == null ? null : AuthenticationSessionCompoundId.encoded(id);
    }

    String execution() {
        return authSession.getAuthNote(EXECUTION);
    }

    void proven(Proof proof) {
        authSession.setAuthNote(PROOF, proof.name());
    }

    /** How the address of the latest mail was proven; null where it was not. */
    @Nullable
    Proof proof() {
        String name = authSession.getAuthNote(PROOF);
        return name == null ? null : Proof.valueOf(name);
    }

    /** Keeps whose account the proven address opens, for the request that signs in. */
    void settled(String userId) {
        authSession.setAuthNote(OWNER, userId);
    }

    /** Whose account the proven address opens; null where that is not settled. */
    @Nullable
    String owner() {
        return authSession.getAuthNote(OWNER);
    }

    /** Forgets the latest mail, but not when it was sent. */
    void clear() {
        for (String note : new String[] {ID, CODE, EXPIRES_AT, PROOF, EXECUTION, ORIGIN, OWNER}) {
            authSession.removeAuthNote(note);
        }
    }

    /** When the latest mail went to this address, in seconds; zero where another one or none did. */
    long sentAt(EmailAddress address) {
        return address.text().equals(authSession.getAuthNote(ADDRESS))
                ? Long.parseLong(authSession.getAuthNote(SENT_AT))
                : 0;
    }
}
