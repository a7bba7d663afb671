package io.github.orgswitcher.account;

import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.management.ManagedDomains;
import io.github.orgswitcher.management.ManagedInvitations;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@code org-switcher-manage.ftl} shows. Public, with getters, because FreeMarker reads it. */
public final class ManagePage {

    private final OrganizationRef organization;
    private final ManageForm form;
    private final List<ManageRow> rows;
    private final List<ManageSetting> settings;
    private final Place place;

    /**
     * Where the page stands.
     *
     * @param account the email address, or else the username
     * @param action where its form is posted; null within a login, which says so itself
     * @param back the page "Your organizations"; null within a login
     * @param logout where to sign out; null within a login
     * @param token what shows that the form is this session's; null within a login, which has its own
     */
    record Place(
            String account,
            @Nullable String action,
            @Nullable String back,
            @Nullable String logout,
            @Nullable String token) {}

    ManagePage(
            OrganizationRef organization,
            ManageForm form,
            List<ManageRow> rows,
            List<ManageSetting> settings,
            Place place) {
        this.organization = organization;
        this.form = form;
        this.rows = List.copyOf(rows);
        this.settings = List.copyOf(settings);
        this.place = place;
    }

    /**
     * A part of the page.
     *
     * @param id what is posted to see it
     * @param label key of its name
     * @param current whether it is shown
     */
    public record View(String id, String label, boolean current) {}

    /**
     * The organization's name.
     *
     * @return the name
     */
    public String getOrganization() {
        return organization.name();
    }

    /**
     * Who is signed in.
     *
     * @return the email address, or else the username
     */
    public String getAccount() {
        return place.account();
    }

    /**
     * Where the form is posted.
     *
     * @return the address; null within a login
     */
    public @Nullable String getAction() {
        return place.action();
    }

    /**
     * The page "Your organizations".
     *
     * @return its address; null within a login
     */
    public @Nullable String getBack() {
        return place.back();
    }

    /**
     * Where to sign out.
     *
     * @return the address; null within a login
     */
    public @Nullable String getLogout() {
        return place.logout();
    }

    /**
     * What shows that the form is this session's.
     *
     * @return the token; null within a login
     */
    public @Nullable String getToken() {
        return place.token();
    }

    /**
     * The parts of the page.
     *
     * @return all of them
     */
    public List<View> getViews() {
        return Stream.of(ManageView.values())
                .map(view -> new View(view.id(), view.label(), view == form.view()))
                .toList();
    }

    /**
     * The part that is shown.
     *
     * @return what is posted to see it
     */
    public String getView() {
        return form.view().id();
    }

    /**
     * What is typed to add something.
     *
     * @param field the field
     * @param label key of what the field is for
     * @param button the button's field
     * @param press key of what stands on the button
     */
    public record Adding(String field, String label, String button, String press) {}

    /**
     * What can be added.
     *
     * @return how; null where nothing can
     */
    public @Nullable Adding getAdding() {
        return switch (form.view()) {
            case INVITATIONS ->
                new Adding(ManagedInvitations.FIELD, "orgSwitcherManageInvitee", "invite", "orgSwitcherManageInvite");
            case DOMAINS -> new Adding(ManagedDomains.FIELD, "orgSwitcherManageDomain", "add", "orgSwitcherManageAdd");
            case REQUESTS, DECLINED, PEOPLE, MANAGERS, SETTINGS -> null;
        };
    }

    /**
     * What was typed into it.
     *
     * @return the text, or empty
     */
    public String getTyped() {
        return form.typed();
    }

    /**
     * What is said where there are no rows.
     *
     * @return a message key
     */
    public String getEmpty() {
        return form.view().empty();
    }

    /**
     * The rows to show.
     *
     * @return 20 at most
     */
    public List<ManageRow> getRows() {
        return rows.subList(0, Math.min(rows.size(), ManageForm.MOST));
    }

    /**
     * The settings to show.
     *
     * @return those that may be changed here
     */
    public List<ManageSetting> getSettings() {
        return settings;
    }

    /**
     * Whether there is a search field.
     *
     * @return whether there is more than one sees at once, or a search has left it out
     */
    public boolean isSearchable() {
        return rows.size() >= ManageForm.MOST / 2
                || form.first() > 0
                || !form.search().isEmpty();
    }

    /**
     * The text searched for.
     *
     * @return the text, or empty
     */
    public String getSearch() {
        return form.search();
    }

    /**
     * The index of the first row that is shown.
     *
     * @return the index, from 0
     */
    public int getFirst() {
        return form.first();
    }

    /**
     * Where the rows before these begin.
     *
     * @return the index; null where there are none
     */
    public @Nullable Integer getPrevious() {
        return form.first() == 0 ? null : Math.max(0, form.first() - ManageForm.MOST);
    }

    /**
     * Where the rows after these begin.
     *
     * @return the index; null where there are none
     */
    public @Nullable Integer getNext() {
        return rows.size() > ManageForm.MOST ? form.first() + ManageForm.MOST : null;
    }
}
