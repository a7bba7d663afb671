package io.github.orgswitcher.admin;

import io.github.orgswitcher.decision.Candidate;
import io.github.orgswitcher.decision.Decision;
import io.github.orgswitcher.decision.Denial;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.decision.SignIn;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.decision.SwitcherSettings;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.login.ForeseenPage;
import io.github.orgswitcher.membership.MadeRequests;
import io.github.orgswitcher.membership.Occasion;
import io.github.orgswitcher.membership.PageLists;
import io.github.orgswitcher.membership.StandingReader;
import io.github.orgswitcher.settings.SwitcherConfig;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** A login before anybody signs in: what it would read and decide, by what the login itself reads and decides with. */
final class ForeseenLogin {

    private final UserModel user;
    private final SignIn signIn;
    private final StandingReader reader;
    private final SwitcherSettings settings;
    private final Standing before;
    private final Standing after;
    private final Decision decision;
    private final List<Denial> denials;

    /**
     * Foresees it.
     *
     * @param session a Keycloak session with the realm in its context
     * @param user the person, who may be nobody yet
     * @param question what is known of the login
     */
    ForeseenLogin(KeycloakSession session, UserModel user, PreviewQuestion question) {
        RealmModel realm = session.getContext().getRealm();
        this.user = user;
        this.signIn = question.signIn();
        this.reader = new StandingReader(session);
        this.settings = SwitcherConfig.of(session, realm).settings();
        this.before = reader.read(user, signIn.kind(), question.choice(), signIn.hint());
        boolean reached = Occasion.isActionEnabled(realm);
        boolean joins = reached && Decision.of(signIn, before, settings) instanceof Decision.JoinFirst;
        this.after = joins
                ? reader.withinRules(before.automatic().made(before.automatic().orgIds()))
                : before;
        this.decision = reached ? Decision.of(signIn, after, settings) : new Decision.LeaveAlone();
        this.denials =
                hasDenial(before) ? MadeRequests.of(session, user.getId()).denials() : List.of();
    }

    private static boolean hasDenial(Standing standing) {
        return standing.untold()
                || standing.candidates().stream().anyMatch(candidate -> candidate.verdict() == Verdict.DENIED);
    }

    /** What comes of it, once it has joined the person to whatever asks no question. */
    Decision decision() {
        return decision;
    }

    /** The organizations that allow the domain, as they are to the person before it. */
    List<Candidate> candidates() {
        return before.candidates();
    }

    /** Who has turned the person down, whether it has been told or not. */
    List<Denial> denials() {
        return denials;
    }

    /** The organization that it goes on with; empty for none, and where it does not go on. */
    Optional<OrganizationRef> organization() {
        return decision instanceof Decision.Proceed proceed && proceed.choice() != null
                ? after.membership(proceed.choice().orgId())
                : Optional.empty();
    }

    /** The page that it shows; empty where it shows none. */
    Optional<ForeseenPage> page() {
        return decision instanceof Decision.Ask
                ? Optional.of(new ForeseenPage(
                        user,
                        reader.ownAddress(),
                        signIn,
                        reader.lists(user, signIn, before, "").joined(after),
                        untold(),
                        !settings.membershipRequired()))
                : Optional.empty();
    }

    private List<Denial> untold() {
        return after.untold()
                ? denials.stream()
                        .filter(denial -> !denial.told())
                        .limit(PageLists.MOST)
                        .toList()
                : List.of();
    }
}
