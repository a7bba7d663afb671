package io.github.orgswitcher.passwordless;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.platform.mail.ActionLink;
import io.github.orgswitcher.platform.mail.LinkPage;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The link of a sign-in mail: a Keycloak action token for one realm, client, login, address and mail. It has no user,
 * because there may be none yet; Keycloak's own end point for action tokens asks for one, so the link has its own.
 */
public final class SignInLink extends ActionLink {

    static final String TYPE = "email-sign-in";

    /** The step of the flow that sent the mail, where another browser goes on. */
    @JsonProperty("step")
    private @Nullable String step;

    /** Whether the link works only in the browser that asked for it. */
    @JsonProperty("bound")
    private boolean bound;

    /** For Jackson. */
    public SignInLink() {}

    private SignInLink(AuthenticationSessionModel authSession, SentMail mail, String step, boolean bound) {
        super(authSession, TYPE, UUID.fromString(mail.id()), mail.expiresAt());
        setEmail(mail.address().text());
        this.step = step;
        this.bound = bound;
    }

    /**
     * The address for the mail, always at this server's own front end.
     *
     * @param step the step of the flow that sends the mail
     * @param bound whether it works in this browser alone
     */
    static String url(
            KeycloakSession session,
            AuthenticationSessionModel authSession,
            SentMail mail,
            String step,
            boolean bound) {
        String name = new ShortLink(session)
                .keep(key(session, authSession, mail, step, bound), mail.secondsLeft(Time.currentTimeSeconds()));
        return UriBuilder.fromUri(new LinkPage(session).address(EmailLinkEndpoint.PROVIDER_ID))
                .queryParam(EmailLinkResource.KEY, name)
                .build()
                .toString();
    }

    /** The token alone. */
    static String key(
            KeycloakSession session,
            AuthenticationSessionModel authSession,
            SentMail mail,
            String step,
            boolean bound) {
        return new SignInLink(authSession, mail, step, bound).signed(session);
    }

    /**
     * Reads what the address of a mail's link has, or what the button sends.
     *
     * @param key the name of a token, or a token
     * @return the link; empty where there is none of that name, the realm has not signed it, or it is for something else
     */
    static Optional<SignInLink> read(KeycloakSession session, @Nullable String key) {
        Optional<SignInLink> link = key != null && ShortLink.isName(key)
                ? new ShortLink(session).claims(key).flatMap(claims -> kept(session, claims, SignInLink.class, TYPE))
                : read(session, key, SignInLink.class, TYPE);
        return link.filter(read -> read.address().isPresent());
    }

    String mailId() {
        return String.valueOf(getActionVerificationNonce());
    }

    /** The address that the mail went to, or empty where there is none in the token. */
    Optional<EmailAddress> address() {
        return EmailAddress.onRecord(getEmail());
    }

    String step() {
        return String.valueOf(step);
    }

    boolean isBound() {
        return bound;
    }

    /** Whether it is the link of this mail. */
    boolean isOf(@Nullable SentMail mail) {
        return mail != null
                && mail.id().equals(mailId())
                && mail.address().text().equals(getEmail());
    }
}
