package io.github.orgswitcher.account;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of the page for those who manage an organization, of which one is shown at a time. */
enum ManageView {
    REQUESTS("orgSwitcherManageRequests", "orgSwitcherManageNoRequests"),
    DECLINED("orgSwitcherManageDeclined", "orgSwitcherManageNoDeclined"),
    PEOPLE("orgSwitcherManagePeople", "orgSwitcherManageNoPeople"),
    MANAGERS("orgSwitcherManageManagers", "orgSwitcherManageNoPeople"),
    INVITATIONS("orgSwitcherInvitations", "orgSwitcherManageNoInvitations"),
    DOMAINS("orgSwitcherManageDomains", "orgSwitcherManageNoDomains"),
    SETTINGS("orgSwitcherManageSettings", "orgSwitcherManageNoSettings");

    private final String label;
    private final String empty;

    ManageView(String label, String empty) {
        this.label = label;
        this.empty = empty;
    }

    /** What is posted, and stands in ids. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of its name. */
    String label() {
        return label;
    }

    /** Key of what is said where nothing is in it. */
    String empty() {
        return empty;
    }

    /** The first, for what is none. */
    static ManageView of(String id) {
        return find(id).orElse(REQUESTS);
    }

    /** Empty for what is none. */
    static Optional<ManageView> find(@Nullable String id) {
        return Stream.of(values()).filter(view -> view.id().equals(id)).findFirst();
    }
}
