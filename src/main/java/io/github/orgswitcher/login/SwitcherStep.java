package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Decision;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.decision.Standing.Choice;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.membership.Chosen;
import io.github.orgswitcher.membership.LoginLeftAloneException;
import io.github.orgswitcher.membership.MembershipService;
import io.github.orgswitcher.membership.Occasion;
import io.github.orgswitcher.membership.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The one step behind both doors: decides, has the page drawn, and carries out what was posted. */
final class SwitcherStep {

    private final SwitcherLogin login;
    private final LoginContext context;

    SwitcherStep(LoginContext context) {
        this.context = context;
        this.login = SwitcherLogin.of(context);
    }

    /** Decides, and where no page is needed goes on. */
    Result begin() {
        if (login.notes().isDone()) {
            new ChosenNotes(context.authSession()).read().ifPresent(this::goOnWith);
            return new Result.Done();
        }
        if (!Occasion.isSwitcherOn(context.session())) {
            return new Result.Left();
        }
        if (!login.isConcerned()) {
            return login.leave();
        }
        Standing standing = login.standing();
        if (Decision.of(login.signIn(), standing, login.settings()) instanceof Decision.JoinFirst first) {
            return joinedAutomatically(standing, first.orgIds());
        }
        return decided(standing);
    }

    /** What was written to get there is committed by now, and read as everybody reads it. */
    private void goOnWith(Chosen chosen) {
        login.active().remember(chosen.choice(), chosen.alias());
        SwitcherEvents.details(context.event(), chosen);
    }

    private Result decided(Standing standing) {
        Decision decision = Decision.of(login.signIn(), standing, login.settings());
        if (decision instanceof Decision.LeaveAlone) {
            return login.leave();
        }
        if (decision instanceof Decision.Ask) {
            Decision otherwise = Decision.of(login.signIn().afterCancel(), standing, login.settings());
            return new Result.Page(
                    () -> new PageDrawer(login).draw(login.lists(standing, "")), !(otherwise instanceof Decision.Ask));
        }
        if (decision instanceof Decision.InteractionRequired) {
            login.outcomes().interactionRequired();
            return new Result.Interaction();
        }
        if (decision instanceof Decision.Proceed proceed) {
            proceed(proceed, standing);
        }
        login.notes().done();
        return new Result.Done();
    }

    /**
     * Where a membership cannot be made at this moment, the login goes on, and the organization is an offer. A silent login
     * cannot go on elsewhere: it joins in a session alone, where nothing was written before.
     */
    private Result joinedAutomatically(Standing standing, List<String> orgIds) {
        boolean silent = login.signIn().silent();
        if (!context.own()) {
            return silent ? decided(standing.automatic().failed(orgIds)) : new Result.Again(false);
        }
        try {
            List<String> joined = join(orgIds);
            login.notes().tried(orgIds);
            return silent
                    ? decided(standing.automatic().made(joined).automatic().failed(orgIds))
                    : new Result.Again(false);
        } catch (LoginLeftAloneException e) {
            return login.leave();
        }
    }

    private List<String> join(List<String> orgIds) {
        MembershipService service = login.service(Shown.NOTHING);
        try {
            return joined(service.joinAutomatically(orgIds));
        } catch (ChoiceRefusedException refused) {
            return orgIds.size() == 1 ? notJoined(refused) : joinOneByOne(service, orgIds);
        }
    }

    /** One of them must not keep the others out. */
    private List<String> joinOneByOne(MembershipService service, List<String> orgIds) {
        List<String> joined = new ArrayList<>();
        for (String orgId : orgIds) {
            try {
                joined.addAll(joined(service.joinAutomatically(List.of(orgId))));
            } catch (ChoiceRefusedException refused) {
                notJoined(refused);
            }
        }
        return joined;
    }

    private List<String> joined(List<Chosen> all) {
        all.forEach(login::tell);
        return all.stream().flatMap(chosen -> Stream.ofNullable(chosen.orgId())).toList();
    }

    private List<String> notJoined(ChoiceRefusedException refused) {
        SwitcherEvents.refused(context.event(), refused);
        login.outcomes().refused();
        return List.of();
    }

    private void proceed(Decision.Proceed proceed, Standing standing) {
        Choice choice = proceed.choice();
        String orgId = choice == null ? null : choice.orgId();
        String alias = standing.membership(orgId).map(OrganizationRef::alias).orElse(null);
        if (choice == null || proceed.forThisLogin()) {
            login.active().use(choice);
        } else {
            login.active().remember(choice, alias);
        }
        boolean changed = choice != null && !choice.equals(standing.choice());
        if (changed && orgId != null) {
            context.event().detail(SwitcherEvents.ORGANIZATION, orgId);
        }
        if (orgId != null) {
            boolean switched = changed && !proceed.forThisLogin() && standing.choice() != null;
            new LastUse(context.session(), context.user().getId())
                    .keep(orgId, switched, login.reader().lastUsed());
        }
        login.outcomes().proceeded(alias);
    }

    /**
     * Hands the session's organization to its next client, before Keycloak's own step asks. What else there is to be chosen,
     * the required action asks.
     *
     * @return false where the login is not the switcher's business, or nobody would ask
     */
    boolean carry() {
        Occasion occasion = login.occasion();
        Choice choice = occasion.choice();
        boolean holds =
                choice != null && (choice.orgId() == null || login.reader().isMember(context.user(), choice.orgId()));
        if (!occasion.stands(context.session())) {
            return false;
        }
        // A scope that names organizations says all by itself, but makes nothing of a choice of none.
        boolean counts = holds
                && choice != null
                && (choice.orgId() == null || !login.active().isNamedByScope());
        login.active().use(counts ? choice : null);
        return true;
    }

    /** Carries out what was posted. Keycloak also brings a form's address that was only opened. */
    Result submit() {
        if (login.notes().isDone() || OwnRequest.isGet(context.request())) {
            return begin();
        }
        if (!login.occasion().stands(context.session())) {
            return login.leave();
        }
        return new Submission(login).carryOut();
    }
}
