package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Offer;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.decision.SignIn;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.domain.ShownText;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The organization that the application asked for and that the page cannot give. It is the request's own text, the same
 * whether there is such an organization or not.
 */
final class AskedFor {

    private AskedFor() {}

    /** Empty where the page has it, or where it could be no organization's: a link may hold any sentence. */
    static Optional<String> of(SignIn signIn, Standing standing) {
        return Optional.ofNullable(signIn.hint())
                .filter(hint -> !hint.isBlank() && hint.codePoints().noneMatch(AskedFor::isSpace))
                .filter(hint -> onThePage(standing).noneMatch(hint::equals))
                .map(ShownText::of);
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    private static Stream<String> onThePage(Standing standing) {
        return Stream.of(
                        standing.memberships().stream().map(OrganizationRef::alias),
                        standing.acceptable().stream()
                                .map(invitation -> invitation.organization().alias()),
                        standing.offers().stream().map(Offer::alias),
                        standing.requests().stream().map(candidate -> candidate.alias()))
                .flatMap(aliases -> aliases);
    }
}
