package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Candidate;
import io.github.orgswitcher.decision.Invitation;
import io.github.orgswitcher.decision.Offer;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.decision.SignIn;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.domain.ShownText;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The organization that the application asked for. Where the page cannot give it, it is the request's own text, the same whether
 * there is such an organization or not.
 *
 * @param text the name, or what the request has in its place
 * @param here whether the page has it
 * @param offered whether it is there to be joined, or to be asked
 */
public record AskedFor(String text, boolean here, boolean offered) {

    /** Empty where the application names none, or what could be no organization's: a link may hold any sentence. */
    static Optional<AskedFor> of(SignIn signIn, Standing standing) {
        return Optional.ofNullable(signIn.hint())
                .filter(hint -> !hint.isBlank() && hint.codePoints().noneMatch(AskedFor::isSpace))
                .map(hint -> onThePage(standing)
                        .filter(organization -> organization.alias().equals(hint))
                        .findFirst()
                        .map(organization -> new AskedFor(organization.name(), true, isOffered(standing, organization)))
                        .orElseGet(() -> new AskedFor(ShownText.of(hint), false, false)));
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    private static boolean isOffered(Standing standing, OrganizationRef organization) {
        return standing.offers().stream().map(Offer::organization).anyMatch(organization::equals);
    }

    private static Stream<OrganizationRef> onThePage(Standing standing) {
        return Stream.of(
                        standing.memberships().stream(),
                        standing.acceptable().stream().map(Invitation::organization),
                        standing.offers().stream().map(Offer::organization),
                        standing.requests().stream().map(Candidate::organization))
                .flatMap(organizations -> organizations);
    }
}
