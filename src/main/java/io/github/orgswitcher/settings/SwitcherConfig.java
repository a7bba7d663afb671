package io.github.orgswitcher.settings;

import io.github.orgswitcher.decision.AskAgain;
import io.github.orgswitcher.decision.ProvenDomains;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.decision.SwitcherSettings;
import io.github.orgswitcher.decision.SwitcherSettings.Show;
import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.name.ReservedNames;
import io.github.orgswitcher.settings.MisreadSetting.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * A realm's settings. {@link SwitcherConfigValidation} refuses what cannot be understood when a form is saved; what comes
 * by other roads is read as {@link SettingReader} says, so that it closes and never opens.
 */
public final class SwitcherConfig {

    /** Id of the required action, and of the authenticator, whose configuration holds the settings. */
    public static final String PROVIDER_ID = "org-switcher";

    private final @Nullable Map<String, String> values;
    private final Consumer<List<MisreadSetting>> report;

    /** Settings as they are stored; what cannot be understood is reported each time it is read. */
    SwitcherConfig(@Nullable Map<String, String> values, Consumer<List<MisreadSetting>> report) {
        this.values = values;
        this.report = report;
    }

    /**
     * The settings of a realm.
     *
     * @param session the Keycloak session
     * @param realm the realm
     * @return its settings; all defaults where the required action was never configured
     */
    public static SwitcherConfig of(KeycloakSession session, RealmModel realm) {
        return new SwitcherConfig(
                new KeptSettings(session, realm).inForce(), misread -> MisreadLog.warn(realm, misread));
    }

    /**
     * What the decision needs.
     *
     * @return the settings
     */
    public SwitcherSettings settings() {
        return read(SwitcherConfig::readSettings);
    }

    private static SwitcherSettings readSettings(SettingReader reader) {
        reader.noteUnknown(SwitcherConfigProperties.names());
        return new SwitcherSettings(
                reader.choices(
                        SwitcherConfigProperties.INTERCEPT,
                        SwitcherConfigProperties.DEFAULT_INTERCEPT,
                        SignInKind.class),
                reader.choice(SwitcherConfigProperties.SHOW, SwitcherConfigProperties.DEFAULT_SHOW, Show.ALWAYS),
                reader.flag(SwitcherConfigProperties.MEMBERSHIP_REQUIRED, false, true),
                reader.list(
                        SwitcherConfigProperties.EXCLUDED_CLIENTS, SwitcherConfigProperties.DEFAULT_EXCLUDED_CLIENTS));
    }

    /**
     * What the page tells.
     *
     * @return the settings
     */
    public PageSettings page() {
        return read(PageSettings::of);
    }

    /**
     * Who may create organizations.
     *
     * @return the settings
     */
    public CreationSettings creation() {
        return read(CreationSettings::of);
    }

    /**
     * The rules that allowed domains must pass.
     *
     * @return the realm's rules
     */
    public DomainRules domainRules() {
        return read(RealmDomains::rules);
    }

    /**
     * What the proof of a domain is worth.
     *
     * @return the setting
     */
    public ProvenDomains provenDomains() {
        return read(SwitcherConfig::readProvenDomains);
    }

    private static ProvenDomains readProvenDomains(SettingReader reader) {
        return reader.choice(
                SwitcherConfigProperties.PROVEN_DOMAINS,
                SwitcherConfigProperties.DEFAULT_PROVEN_DOMAINS,
                ProvenDomains.ALWAYS);
    }

    /**
     * Where requests to join are mailed beside the organizations' managers.
     *
     * @return the address; empty for nowhere
     */
    public Optional<EmailAddress> requestsTo() {
        return read(SwitcherConfig::readRequestsTo);
    }

    private static Optional<EmailAddress> readRequestsTo(SettingReader reader) {
        return reader.text(SwitcherConfigProperties.REQUESTS_TO).flatMap(text -> {
            Optional<EmailAddress> address = EmailAddress.typed(text);
            if (address.isEmpty()) {
                reader.note(SwitcherConfigProperties.REQUESTS_TO, text, Problem.ADDRESS, null);
            }
            return address;
        });
    }

    /**
     * When somebody who was turned down may ask again.
     *
     * @return the setting
     */
    public AskAgain askAgain() {
        return read(SwitcherConfig::readAskAgain);
    }

    private static AskAgain readAskAgain(SettingReader reader) {
        return new AskAgain(
                reader.number(SwitcherConfigProperties.ASK_AGAIN_AFTER_DAYS).orElse(null));
    }

    /**
     * What people with public or disposable addresses may not do.
     *
     * @return the setting, with the rules that tell such addresses
     */
    public PublicAddresses publicAddresses() {
        return read(PublicAddresses::of);
    }

    /**
     * Whether everybody belongs to one organization at most.
     *
     * @return whether whoever is a member of one may neither join, ask nor create another
     */
    public boolean oneOrganizationPerPerson() {
        return read(SwitcherConfig::readOneOrganization);
    }

    private static boolean readOneOrganization(SettingReader reader) {
        return reader.flag(SwitcherConfigProperties.ONE_ORGANIZATION_PER_PERSON, false, true);
    }

    /**
     * The names that people may not give to organizations.
     *
     * @return the setting
     */
    public ReservedNames reservedNames() {
        return read(reader -> ReservedNames.of(reader.list(SwitcherConfigProperties.RESERVED_NAMES, Set.of())));
    }

    /**
     * What managers of an organization may change of its policy.
     *
     * @return fields of settings
     */
    public Set<String> managersChange() {
        return read(ManagersChange::of);
    }

    /**
     * Which steps of others count as {@link SignInKind#PASSWORDLESS}.
     *
     * @return ids of authenticators, and values of {@code amr}
     */
    public Set<String> passwordlessProofs() {
        return read(reader -> reader.list(SwitcherConfigProperties.PASSWORDLESS_PROOFS, Set.of()));
    }

    /**
     * What in a realm's settings cannot be used.
     *
     * @param session the Keycloak session
     * @param realm the realm
     * @return one for each wrong value or part of a value
     */
    public static List<MisreadSetting> misread(KeycloakSession session, RealmModel realm) {
        return misread(session, realm, new KeptSettings(session, realm).inForce());
    }

    static List<MisreadSetting> misread(
            KeycloakSession session, RealmModel realm, @Nullable Map<String, String> values) {
        SettingReader reader = new SettingReader(values);
        readSettings(reader);
        PageSettings.of(reader);
        CreationSettings.of(reader);
        PublicAddresses.of(reader);
        readOneOrganization(reader);
        readProvenDomains(reader);
        readRequestsTo(reader);
        ManagersChange.of(reader);
        readAskAgain(reader);
        new UnknownNames(session, realm).note(reader);
        return reader.misread();
    }

    private <T> T read(Function<SettingReader, T> part) {
        SettingReader reader = new SettingReader(values);
        T read = part.apply(reader);
        report.accept(reader.misread());
        return read;
    }
}
