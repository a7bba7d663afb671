package io.github.orgswitcher.admin;

import io.github.orgswitcher.admin.PreviewRepresentation.DomainRefusal;
import io.github.orgswitcher.admin.PreviewRepresentation.Invited;
import io.github.orgswitcher.admin.PreviewRepresentation.JoinedByKeycloak;
import io.github.orgswitcher.admin.PreviewRepresentation.Offered;
import io.github.orgswitcher.admin.PreviewRepresentation.Outcome;
import io.github.orgswitcher.admin.PreviewRepresentation.Page;
import io.github.orgswitcher.admin.PreviewRepresentation.Person;
import io.github.orgswitcher.admin.PreviewRepresentation.ProviderDoubt;
import io.github.orgswitcher.decision.Candidate;
import io.github.orgswitcher.decision.Decision;
import io.github.orgswitcher.decision.Denial;
import io.github.orgswitcher.decision.Invitation;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.decision.SignIn;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.decision.Standing.Choice;
import io.github.orgswitcher.decision.SwitcherSettings;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.domain.Refusal;
import io.github.orgswitcher.login.ForeseenPage;
import io.github.orgswitcher.membership.MadeRequests;
import io.github.orgswitcher.membership.Occasion;
import io.github.orgswitcher.membership.PageLists;
import io.github.orgswitcher.membership.StandingReader;
import io.github.orgswitcher.people.PeopleByEmail;
import io.github.orgswitcher.platform.LinkedProviders;
import io.github.orgswitcher.platform.admin.AdminView;
import io.github.orgswitcher.platform.admin.Newcomer;
import io.github.orgswitcher.settings.PublicAddresses.Deed;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.Found;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/** Foresees a login. It reads and decides with what the login itself reads and decides with, and writes nothing. */
final class Preview {

    private final AdminRequest request;
    private final PreviewQuestion question;

    Preview(AdminRequest request, PreviewQuestion question) {
        this.request = request;
        this.question = question;
    }

    PreviewRepresentation read() {
        Optional<UserModel> known = known();
        UserModel user = known.orElseGet(this::newcomer);
        StandingReader reader = new StandingReader(request.session());
        SwitcherSettings settings =
                SwitcherConfig.of(request.session(), request.realm()).settings();
        SignIn signIn = question.signIn();
        Standing now = reader.read(user, signIn.kind(), question.choice(), signIn.hint());
        boolean reached = Occasion.isActionEnabled(request.realm());
        boolean joins = reached && Decision.of(signIn, now, settings) instanceof Decision.JoinFirst;
        Standing standing =
                joins ? reader.withinRules(now.automatic().made(now.automatic().orgIds())) : now;
        Decision decision = reached ? Decision.of(signIn, standing, settings) : new Decision.LeaveAlone();
        // Whose provider it is that a new person would come by is not asked; its word counts for its organization
        // alone.
        boolean isByOwnProviderAlone = known.isEmpty() && signIn.kind() == SignInKind.ENTERPRISE;
        List<Denial> denials = denials(known, now);
        return new PreviewRepresentation(
                question.address().text(),
                domain().name(),
                domainRefusal(),
                signIn.kind(),
                known.map(Preview::person).orElse(null),
                outcome(decision),
                decision instanceof Decision.Proceed proceed ? organization(standing, proceed.choice()) : null,
                decision instanceof Decision.Ask
                        ? page(new ForeseenPage(
                                user,
                                reader.ownAddress(),
                                signIn,
                                shown(reader.lists(user, signIn, now, ""), standing),
                                untold(standing, denials),
                                !settings.membershipRequired()))
                        : null,
                new JudgedCandidates(request, denials, isByOwnProviderAlone)
                        .of(now.candidates().stream()
                                .filter(candidate -> visible(candidate.orgId()))
                                .sorted(Comparator.comparing(Candidate::organization, OrganizationRef.BY_NAME))
                                .toList()),
                joinedByKeycloak(),
                known.isEmpty() ? noAccount() : null,
                providerDoubt());
    }

    /** What the page lists once the joins of a login are made, of which there are none yet to be read. */
    private static PageLists shown(PageLists lists, Standing standing) {
        Set<String> joined = lists.standing().automatic().orgIds().stream()
                .filter(orgId -> standing.membership(orgId).isPresent())
                .collect(Collectors.toSet());
        return new PageLists(
                standing,
                lists.memberships().map(rows -> Stream.concat(
                                rows.stream(),
                                standing.memberships().stream().filter(membership -> joined.contains(membership.id())))
                        .limit(PageLists.MOST)
                        .toList()),
                standing.offers().isEmpty()
                        ? Found.none()
                        : lists.offers().map(rows -> rows.stream()
                                .filter(offer -> !joined.contains(offer.orgId()))
                                .toList()));
    }

    private List<Denial> denials(Optional<UserModel> known, Standing standing) {
        boolean denied = standing.untold()
                || standing.candidates().stream().anyMatch(candidate -> candidate.verdict() == Verdict.DENIED);
        return known.filter(user -> denied)
                .map(user -> MadeRequests.of(request.session(), user.getId()).denials())
                .orElse(List.of());
    }

    private UserModel newcomer() {
        UserModel newcomer = Newcomer.of(
                request.session(), request.realm(), question.address().text());
        newcomer.setEmailVerified(question.doubted() == null);
        return newcomer;
    }

    private @Nullable String noAccount() {
        boolean refused = question.signIn().kind() == SignInKind.PASSWORDLESS
                && SwitcherConfig.of(request.session(), request.realm())
                        .publicAddresses()
                        .keepFrom(Deed.REGISTER, domain());
        return refused ? request.message("orgSwitcherEmailErrorPublic") : null;
    }

    private @Nullable ProviderDoubt providerDoubt() {
        return question.doubted() == null
                ? null
                : new ProviderDoubt(
                        question.doubted(), request.message("orgSwitcherPreviewNotVouched", domain().name()));
    }

    private Optional<UserModel> known() {
        return new PeopleByEmail(request.session(), request.realm())
                .having(question.address()).stream()
                        .filter(user -> request.administrator().mayView(user))
                        .findFirst();
    }

    private @Nullable DomainRefusal domainRefusal() {
        Optional<Refusal> refusal = question.address().agreed()
                ? request.domainRules().refusalOf(domain())
                : Optional.of(Refusal.TWO_READINGS);
        return refusal.map(reason -> new DomainRefusal(reason, request.message(reason.messageKey(), domain().name())))
                .orElse(null);
    }

    private EmailDomain domain() {
        return question.address().reading().domain();
    }

    private static Person person(UserModel user) {
        return new Person(user.getId(), user.getUsername(), user.isEmailVerified(), user.isEnabled());
    }

    private static Outcome outcome(Decision decision) {
        return switch (decision.kind()) {
            case LEAVE_ALONE -> Outcome.NOT_INTERCEPTED;
            case INTERACTION_REQUIRED -> Outcome.INTERACTION_REQUIRED;
            case ASK -> Outcome.PAGE;
            case JOIN_FIRST, PROCEED -> Outcome.PROCEED;
        };
    }

    private @Nullable OrganizationRef organization(Standing standing, @Nullable Choice choice) {
        return standing.membership(choice == null ? null : choice.orgId())
                .filter(membership -> visible(membership.id()))
                .orElse(null);
    }

    private static List<Denial> untold(Standing standing, List<Denial> denials) {
        return standing.untold()
                ? denials.stream()
                        .filter(denial -> !denial.told())
                        .limit(PageLists.MOST)
                        .toList()
                : List.of();
    }

    private Page page(ForeseenPage foreseen) {
        PageLists lists = foreseen.lists();
        Standing standing = lists.standing();
        List<Offered> offers = lists.offers().rows().stream()
                .map(Candidate::offer)
                .filter(offer -> visible(offer.orgId()))
                .map(offer -> new Offered(
                        offer.orgId(), offer.alias(), offer.name(), offer.domain(), offer.action(), offer.dismissed()))
                .toList();
        return new Page(
                organizations(lists.memberships().rows()),
                offers,
                standing.acceptable().stream()
                        .filter(invitation -> visible(invitation.organization().id()))
                        .map(Preview::invited)
                        .toList(),
                organizations(standing.requests().stream()
                        .map(Candidate::organization)
                        .toList()),
                organizations(
                        foreseen.denials().stream().map(Denial::organization).toList()),
                foreseen.ownAddress().isVerifiable(foreseen.user()) && standing.verifyingMayHelp(),
                standing.mayCreate(),
                foreseen.skippable(),
                drawn(foreseen));
    }

    /** It names whatever the person would see. */
    private @Nullable String drawn(ForeseenPage foreseen) {
        return question.drawn() && request.organizations().view() == AdminView.ALL
                ? foreseen.draw(request.session(), question.client()).orElse(null)
                : null;
    }

    private static Invited invited(Invitation invitation) {
        return new Invited(
                invitation.id(),
                invitation.organization(),
                invitation.expiresAt().toEpochMilli(),
                invitation.dismissed());
    }

    private List<OrganizationRef> organizations(List<OrganizationRef> memberships) {
        return memberships.stream()
                .filter(membership -> visible(membership.id()))
                .toList();
    }

    private List<JoinedByKeycloak> joinedByKeycloak() {
        return new LinkedProviders(request.session())
                .autoMemberships(domain()).stream()
                        .filter(joined -> visible(joined.orgId()))
                        .map(joined -> new JoinedByKeycloak(
                                new OrganizationRef(joined.orgId(), joined.orgAlias(), joined.orgName()),
                                joined.providerAlias(),
                                joined.everybody(),
                                request.message(
                                        joined.everybody()
                                                ? "orgSwitcherPreviewEverybodyJoined"
                                                : "orgSwitcherPreviewJoinedByKeycloak",
                                        joined.orgName(),
                                        joined.providerAlias())))
                        .toList();
    }

    private boolean visible(String orgId) {
        return request.organizations().view() == AdminView.ALL
                || request.organizations()
                        .mayView(request.session()
                                .getProvider(OrganizationProvider.class)
                                .getById(orgId));
    }
}
