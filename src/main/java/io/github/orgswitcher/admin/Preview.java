package io.github.orgswitcher.admin;

import io.github.orgswitcher.admin.PreviewRepresentation.DomainRefusal;
import io.github.orgswitcher.admin.PreviewRepresentation.JoinedByKeycloak;
import io.github.orgswitcher.admin.PreviewRepresentation.Outcome;
import io.github.orgswitcher.admin.PreviewRepresentation.Person;
import io.github.orgswitcher.admin.PreviewRepresentation.ProviderDoubt;
import io.github.orgswitcher.decision.Candidate;
import io.github.orgswitcher.decision.Decision;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.domain.Refusal;
import io.github.orgswitcher.people.PeopleByEmail;
import io.github.orgswitcher.platform.LinkedProviders;
import io.github.orgswitcher.platform.admin.Newcomer;
import io.github.orgswitcher.platform.links.AutoMembership;
import io.github.orgswitcher.settings.PublicAddresses.Deed;
import io.github.orgswitcher.settings.SwitcherConfig;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/** Foresees a login for an administrator, who is told of the organizations that they may view. It writes nothing. */
final class Preview {

    private final AdminRequest request;
    private final PreviewQuestion question;
    private final ViewedOrganizations viewed;

    Preview(AdminRequest request, PreviewQuestion question) {
        this.request = request;
        this.question = question;
        this.viewed = new ViewedOrganizations(request);
    }

    PreviewRepresentation read() {
        Optional<UserModel> known = known();
        ForeseenLogin login = new ForeseenLogin(request.session(), known.orElseGet(this::newcomer), question);
        SignInKind kind = question.signIn().kind();
        // Whose provider it is that a new person would come by is not asked; its word counts for its organization
        // alone.
        boolean isByOwnProviderAlone = known.isEmpty() && kind == SignInKind.ENTERPRISE;
        return new PreviewRepresentation(
                question.address().text(),
                domain().name(),
                domainRefusal(),
                kind,
                known.map(Preview::person).orElse(null),
                outcome(login.decision()),
                login.organization().filter(viewed::include).orElse(null),
                login.page()
                        .map(page -> new PreviewedPage(viewed, page).told(request.session(), question))
                        .orElse(null),
                new JudgedCandidates(request, login.denials(), isByOwnProviderAlone)
                        .of(viewed.among(login.candidates(), Candidate::organization)
                                .sorted(Comparator.comparing(Candidate::organization, OrganizationRef.BY_NAME))
                                .toList()),
                joinedByKeycloak(),
                known.isEmpty() ? noAccount() : null,
                providerDoubt());
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

    private List<JoinedByKeycloak> joinedByKeycloak() {
        return viewed.among(new LinkedProviders(request.session()).autoMemberships(domain()), Preview::organization)
                .map(joined -> new JoinedByKeycloak(
                        organization(joined),
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

    private static OrganizationRef organization(AutoMembership joined) {
        return new OrganizationRef(joined.orgId(), joined.orgAlias(), joined.orgName());
    }
}
