package io.github.orgswitcher.bulk;

import static java.util.stream.Collectors.toSet;

import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.domain.ShownText;
import io.github.orgswitcher.store.RealmGoneException;
import io.github.orgswitcher.store.RealmStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The organizations that rows name, for an administrator who may change some of them. */
final class NamedOrganizations {

    private static final int MAX_REFERENCE = 255;

    private final RealmStore store;
    private final Importer importer;
    /** By organization, because many rows may name the same. */
    private final Map<String, Importer.Right> rights = new HashMap<>();

    NamedOrganizations(RealmStore store, Importer importer) {
        this.store = store;
        this.importer = importer;
    }

    /** What a row names: an organization to be changed, or a problem. */
    record Named(
            @Nullable OrganizationRef organization,
            @Nullable Problem problem) {}

    /**
     * Those that rows name, by id and by alias, with one query for some hundred.
     *
     * @throws RealmGoneException where there is none, nor the realm
     */
    Map<String, OrganizationRef> among(Stream<@Nullable String> references) {
        Set<String> texts = references
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(NamedOrganizations::canBeReference)
                .collect(toSet());
        Map<String, OrganizationRef> found = new HashMap<>();
        List<OrganizationRef> organizations = store.imports().organizations(texts);
        if (organizations.isEmpty()) {
            store.requireThere();
        }
        organizations.forEach(organization -> found.put(organization.alias(), organization));
        // An id goes before another organization's alias of the same text.
        organizations.forEach(organization -> found.put(organization.id(), organization));
        return found;
    }

    /** What a row names of {@link #among those that were read}. */
    Named named(@Nullable String text, Map<String, OrganizationRef> read) {
        String reference = text == null ? "" : text.strip();
        if (reference.isEmpty()) {
            return refused("orgSwitcherImportOrganizationMissing");
        }
        OrganizationRef organization = read.get(reference);
        Importer.Right right =
                organization == null ? Importer.Right.NONE : rights.computeIfAbsent(organization.id(), importer::right);
        if (organization == null || right == Importer.Right.NONE) {
            return new Named(null, notFound(text));
        }
        if (right == Importer.Right.VIEW) {
            return refused("orgSwitcherImportForbidden", organization.alias());
        }
        return new Named(organization, null);
    }

    static Problem notFound(@Nullable String text) {
        return new Problem(
                ImportRow.ORGANIZATION,
                "orgSwitcherImportOrganizationNotFound",
                ShownText.of(String.valueOf(text).strip()));
    }

    private static Named refused(String messageKey, Object... params) {
        return new Named(null, new Problem(ImportRow.ORGANIZATION, messageKey, params));
    }

    private static boolean canBeReference(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_REFERENCE
                && text.codePoints().noneMatch(Character::isISOControl);
    }
}
