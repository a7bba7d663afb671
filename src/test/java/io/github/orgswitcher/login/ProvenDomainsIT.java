package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.AtOnce;
import io.github.orgswitcher.testing.EmailSignIn;
import io.github.orgswitcher.testing.Eventually;
import io.github.orgswitcher.testing.FineGrainedPermissions;
import io.github.orgswitcher.testing.HeldRows;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.TestRealm.Admin;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.OrganizationDomainRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** What one organization says of a domain takes nobody from another, and nobody at all until it is proven. */
class ProvenDomainsIT extends SwitcherSuite {

    private static final String CONFIG = "authentication/required-actions/org-switcher/config";

    private FineGrainedPermissions permissions;
    /** A domain of each test's own, which the organization {@code owner} was given by the realm's administrator. */
    private String domain;

    private String owner;
    private String tenant;
    private Rest tenantAdmin;

    @BeforeAll
    void switchPermissionsOn() {
        realm().passwordless();
        realm().bindBrowserFlow("browser");
        permissions = FineGrainedPermissions.of(realm());
    }

    @org.junit.jupiter.api.BeforeEach
    void addOwnerAndTenant() {
        String tag = UUID.randomUUID().toString().substring(0, 8);
        domain = "d" + tag + ".example";
        owner = organization("Owner " + tag, "owner-" + tag, domain);
        tenant = organization("Tenant " + tag, "tenant-" + tag);
        Admin admin = realm().admin("query-organizations");
        permissions.grant(admin, FineGrainedPermissions.ORGANIZATIONS, Set.of(tenant), "view", "manage");
        tenantAdmin = realm().rest().as(admin.accessToken());
        assertThat(tenantAdmin
                        .put("org-switcher/organizations/" + tenant + "/policy", Map.of("joinMode", "AUTOMATIC"))
                        .status())
                .isEqualTo(204);
    }

    /** Each change of settings has all organizations looked through in the background, those of the next test too. */
    @AfterEach
    void protect() {
        realm().bindBrowserFlow("browser");
        if (!realm().rest().get(CONFIG).json().path("config").isEmpty()) {
            realm().rest().delete(CONFIG);
        }
    }

    @Test
    void tenantTakesNobodyByAClaimWithoutProof() {
        assertThat(add(tenantAdmin, tenant, domain)).isEqualTo(201);

        assertOnlyTheOwnerIsOffered(domain);
        assertThat(closed(tenantAdmin, tenant)).containsExactly(domain + " DOMAIN_NEEDS_PROOF");
        assertThat(verdicts("x@" + domain))
                .containsEntry(tenant, "DOMAIN_NEEDS_PROOF")
                .containsEntry(owner, "OFFERED");
    }

    /** Keycloak's own call takes attributes from whoever may manage the organization. */
    @Test
    void tenantTakesNobodyByAnAttribute() {
        update(
                tenantAdmin,
                organization -> organization.setAttributes(Map.of(
                        "org-switcher.allowed-domains", List.of(domain, "*." + domain),
                        "org-switcher.join-mode", List.of("AUTOMATIC"))));

        assertOnlyTheOwnerIsOffered(domain);
        assertThat(closed(realm().rest(), tenant))
                .containsExactlyInAnyOrder(domain + " DOMAIN_NEEDS_PROOF", "*." + domain + " DOMAIN_NEEDS_PROOF");
        update(realm().rest(), organization -> organization.setDescription("Saved again by the realm"));
        assertOnlyTheOwnerIsOffered(domain);
    }

    /** The resync is held off until it would have come upon the domain before the request that declares it could say who did. */
    @Test
    void domainThatAResyncComesUponFirstIsTheRealmsWordAllTheSame() {
        try (HeldRows held = HeldRows.ofOrganization(server(), tenant)) {
            AtOnce<RestResponse> declaring =
                    AtOnce.begin(1, () -> realm().rest().put("organizations/" + tenant, declaring(domain)));
            held.untilWaiting(1);
            comeUpon(tenant);
            held.close();
            assertThat(declaring.answers().get(0).status()).isEqualTo(204);
        }

        assertThat(verdicts("x@" + domain)).containsEntry(tenant, "AUTOMATIC").containsEntry(owner, "OFFERED");
    }

    /** What was committed before is the tenant's, be it kept already or not. */
    @Test
    void claimThatTheRealmSavesOnceMoreStaysAClaim() {
        String group = server().sql()
                .query("select GROUP_ID from ORG where ID = ?", tenant)
                .get(0);
        assertThat(server().sql()
                        .execute(
                                "insert into GROUP_ATTRIBUTE (ID, NAME, VALUE, GROUP_ID) values (?, ?, ?, ?)",
                                UUID.randomUUID().toString(),
                                "org-switcher.allowed-domains",
                                domain,
                                group))
                .isOne();

        assertThat(realm().rest()
                        .put("organizations/" + tenant, declaring(domain, "own-" + domain))
                        .status())
                .isEqualTo(204);

        assertThat(verdicts("x@" + domain))
                .containsEntry(tenant, "DOMAIN_NEEDS_PROOF")
                .containsEntry(owner, "OFFERED");
        assertThat(verdicts("x@own-" + domain)).as("the realm's own word").containsEntry(tenant, "AUTOMATIC");
    }

    private OrganizationRepresentation declaring(String... declared) {
        OrganizationRepresentation organization =
                realm().resource().organizations().get(tenant).toRepresentation();
        organization.setAttributes(Map.of("org-switcher.allowed-domains", List.of(declared)));
        return organization;
    }

    /** As whoever looks all organizations through, and does not know who has declared it. */
    private void comeUpon(String orgId) {
        assertThat(server().sql().execute("""
                        insert into ORGSW_ALLOWED_DOMAIN
                               (ID, REALM_ID, ORG_ID, DOMAIN, SEARCH_NAME, SOURCE, VERIFICATION, VERIFICATION_TOKEN,
                                CREATED_AT, BACKING)
                        select ?, REALM_ID, ?, DOMAIN, SEARCH_NAME, SOURCE, VERIFICATION, VERIFICATION_TOKEN,
                               CREATED_AT, 'CLAIM'
                          from ORGSW_ALLOWED_DOMAIN where ORG_ID = ? and DOMAIN = ?
                        """, UUID.randomUUID().toString(), orgId, owner, domain))
                .isOne();
    }

    /** Nobody knows any more who has declared it, when it is added once more. */
    @Test
    void domainThatWasBlockedForATimeIsVouchedForAsBefore() {
        String other = "other-" + domain;
        assertThat(verdicts("x@" + domain)).containsEntry(owner, "OFFERED");
        assertThat(realm().rest()
                        .put(CONFIG, Map.of("config", Map.of("blockedDomains", domain + "##" + other)))
                        .status())
                .isEqualTo(204);
        String marker = organization("Marker " + other, "marker-" + owner, other);
        assertThat(realm().rest().delete(CONFIG).status()).isEqualTo(204);
        Eventually.get("The catching up", Duration.ofMinutes(1), () -> Optional.of(verdicts("x@" + other))
                .filter(verdicts -> verdicts.containsKey(marker)));

        assertThat(verdicts("x@" + domain)).containsEntry(owner, "OFFERED");
    }

    @Test
    void tenantTakesNobodyByAnImport() {
        assertThat(tenantAdmin
                        .post("org-switcher/domains", List.of(Map.of("organization", tenant, "domain", "*." + domain)))
                        .body())
                .contains("ADDED");

        assertOnlyTheOwnerIsOffered(domain);
        assertOnlyTheOwnerIsOffered("eng." + domain, List.of());
    }

    /** Anybody who may manage an organization can tick Verified in the console. */
    @Test
    void tenantTakesNobodyByMarkingADomainItself() {
        add(tenantAdmin, tenant, domain);
        update(tenantAdmin, organization -> mark(organization, domain, true));

        assertOnlyTheOwnerIsOffered(domain);
        update(realm().rest(), organization -> organization.setDescription("Saved again by the realm"));
        assertOnlyTheOwnerIsOffered(domain);

        update(realm().rest(), organization -> mark(organization, domain, false));
        update(realm().rest(), organization -> mark(organization, domain, true));
        assertThat(verdicts("x@" + domain))
                .containsEntry(tenant, "AUTOMATIC")
                .containsEntry(owner, "DOMAIN_PROVEN_BY_ANOTHER");
    }

    /** It may be proven one day; until then it costs the owner's people a page, and nobody an account. */
    @Test
    void tenantsClaimHasTheOwnerOfAMailboxAskedAndTakesNobodysAccount() {
        String provider = tenant.replace("-", "");
        realm().organizationProvider(provider, owner);
        add(tenantAdmin, tenant, domain);
        String name = "e" + domain.substring(1, 9);
        realm().socialUser(name, name + "@" + domain, true);
        assertThat(realm().app()
                        .signInBy(provider, UserAgent.on(server()), name, ORGANIZATION)
                        .left())
                .isTrue();
        String id = realm().userId(name);

        Page asked = byEmail(name + "@" + domain);
        assertThat(asked.has("#org-switcher-email-stake")).as("%s", asked).isTrue();
        assertThat(asked.text()).doesNotContain("Tenant");
        Page again = asked.submit("#org-switcher-email-older");
        OidcClient.fillLogin(again.click("#social-" + provider), name);

        assertThat(realm().resource().users().searchByEmail(name + "@" + domain, true))
                .singleElement()
                .satisfies(user -> assertThat(user.getId()).isEqualTo(id));
        assertThat(byEmail(name + "@" + domain).has("#org-switcher-email-stake"))
                .as("asked once")
                .isFalse();
    }

    private Page byEmail(String address) {
        realm().bindBrowserFlow("passwordless");
        Page page = realm().app().authorize(UserAgent.on(server()), ORGANIZATION);
        return EmailSignIn.byCode(page, server().mailbox(), address);
    }

    @Test
    void tenantWithAProofIsOpen() throws SQLException {
        add(tenantAdmin, tenant, domain);
        prove(tenant, domain);

        assertThat(verdicts("x@" + domain))
                .containsEntry(tenant, "AUTOMATIC")
                .containsEntry(owner, "DOMAIN_PROVEN_BY_ANOTHER");
        assertThat(closed(tenantAdmin, tenant)).isEmpty();
        assertThat(closed(realm().rest(), owner)).containsExactly(domain + " DOMAIN_PROVEN_BY_ANOTHER");
    }

    /** Who has the zone has what is below it, and whoever covers the zone covers the domain. */
    @Test
    void whatIsProvenIsProtectedFromBelowAndFromAbove() {
        update(realm().rest(), owner, organization -> mark(organization, domain, true));
        String other = organization("Other " + domain, "other-" + domain.substring(1, 9));
        add(realm().rest(), other, "*." + domain);
        add(realm().rest(), other, "eng." + domain);
        add(realm().rest(), owner, "*." + domain);

        assertThat(closed(realm().rest(), other))
                .containsExactlyInAnyOrder(
                        "*." + domain + " DOMAIN_PROVEN_BY_ANOTHER", "eng." + domain + " DOMAIN_PROVEN_BY_ANOTHER");
        assertOnlyTheOwnerIsOffered(domain);
        assertOnlyTheOwnerIsOffered("eng." + domain);
        assertThat(verdicts("x@eng." + domain)).containsEntry(other, "DOMAIN_PROVEN_BY_ANOTHER");
    }

    @Test
    void whatIsProvenBelowIsProtectedThereAlone() throws SQLException {
        add(realm().rest(), owner, "eng." + domain);
        prove(owner, "eng." + domain);
        String other = organization("Other " + domain, "other-" + domain.substring(1, 9));
        add(realm().rest(), other, "*." + domain);

        assertThat(verdicts("x@eng." + domain))
                .containsEntry(other, "DOMAIN_PROVEN_BY_ANOTHER")
                .containsEntry(owner, "OFFERED");
        assertThat(verdicts("x@hr." + domain)).containsEntry(other, "OFFERED");
        assertThat(verdicts("x@" + domain)).containsEntry(other, "OFFERED").containsEntry(owner, "OFFERED");
    }

    @Test
    void whoMayNotViewOthersIsNotToldOfThem() throws SQLException {
        prove(owner, domain);
        add(tenantAdmin, tenant, domain);

        assertThat(closed(tenantAdmin, tenant)).containsExactly(domain + " DOMAIN_NEEDS_PROOF");
        assertThat(closed(realm().rest(), tenant)).containsExactly(domain + " DOMAIN_PROVEN_BY_ANOTHER");
    }

    @Test
    void realmMayAskForProofsAlwaysOrNever() throws SQLException {
        set("ALWAYS");
        assertThat(verdicts("x@" + domain)).containsEntry(owner, "DOMAIN_NEEDS_PROOF");
        add(tenantAdmin, tenant, domain);
        set("OFF");
        assertThat(verdicts("x@" + domain)).containsEntry(owner, "OFFERED").containsEntry(tenant, "AUTOMATIC");
        prove(owner, domain);
        assertThat(verdicts("x@" + domain)).containsEntry(owner, "OFFERED").containsEntry(tenant, "AUTOMATIC");
        set("ALWAYS");
        assertThat(verdicts("x@" + domain)).containsEntry(owner, "OFFERED").containsEntry(tenant, "DOMAIN_NEEDS_PROOF");
    }

    @Test
    void realmFileMarksDomains() {
        RealmRepresentation file = new RealmRepresentation();
        file.setRealm(realm().name() + "-file");
        file.setEnabled(true);
        file.setOrganizationsEnabled(true);
        OrganizationRepresentation marked = new OrganizationRepresentation();
        marked.setName("Marked");
        marked.setAlias("marked");
        marked.setEnabled(true);
        mark(marked, "*.file.example", true);
        OrganizationRepresentation other = new OrganizationRepresentation();
        other.setName("Other");
        other.setAlias("other");
        other.setEnabled(true);
        other.setAttributes(Map.of("org-switcher.allowed-domains", List.of("eng.file.example", "file.test.example")));
        file.setOrganizations(new ArrayList<>(List.of(marked, other)));
        server().admin().realms().create(file);
        try {
            Rest rest = new Rest(
                    URI.create(server().baseUri() + "/admin/realms/" + file.getRealm()),
                    () -> server().admin().tokenManager().getAccessTokenString());
            String id = server().admin().realm(file.getRealm()).organizations().list(0, 10).stream()
                    .filter(organization -> organization.getAlias().equals("other"))
                    .findFirst()
                    .orElseThrow()
                    .getId();

            assertThat(closed(rest, id)).containsExactly("eng.file.example DOMAIN_PROVEN_BY_ANOTHER");
        } finally {
            server().admin().realm(file.getRealm()).remove();
        }
    }

    private void assertOnlyTheOwnerIsOffered(String of) {
        assertOnlyTheOwnerIsOffered(
                of,
                List.of(realm().resource()
                        .organizations()
                        .get(owner)
                        .toRepresentation()
                        .getAlias()));
    }

    private void assertOnlyTheOwnerIsOffered(String of, List<String> offers) {
        String name = "p" + UUID.randomUUID().toString().substring(0, 8);
        Person person = person(name, name + "@" + of);
        Switcher switcher = Switcher.on(person.signIn(realm().app()));

        assertThat(switcher.offers()).containsExactlyElementsOf(offers);
        assertThat(realm().isMember(tenant, person.id())).isFalse();
        assertThat(Switcher.on(switcher.post("join", tenant)).choiceError()).contains("no longer available");
        assertThat(realm().isMember(tenant, person.id())).isFalse();
    }

    private int add(Rest rest, String orgId, String added) {
        return rest.post("org-switcher/organizations/" + orgId + "/domains", Map.of("domain", added))
                .status();
    }

    private void update(Rest rest, java.util.function.Consumer<OrganizationRepresentation> change) {
        update(rest, tenant, change);
    }

    private void update(Rest rest, String orgId, java.util.function.Consumer<OrganizationRepresentation> change) {
        OrganizationRepresentation organization =
                realm().resource().organizations().get(orgId).toRepresentation();
        change.accept(organization);
        assertThat(rest.put("organizations/" + orgId, organization).status()).isEqualTo(204);
    }

    private static void mark(OrganizationRepresentation organization, String name, boolean verified) {
        OrganizationDomainRepresentation own = new OrganizationDomainRepresentation(name);
        own.setVerified(verified);
        if (organization.getDomains() != null) {
            new ArrayList<>(organization.getDomains()).forEach(organization::removeDomain);
        }
        organization.addDomain(own);
    }

    /** As a look-up in DNS does that has found the record. */
    private void prove(String orgId, String proven) throws SQLException {
        assertThat(server().sql()
                        .execute(
                                "update ORGSW_ALLOWED_DOMAIN set VERIFICATION = 'VERIFIED' where ORG_ID = ? and DOMAIN = ?",
                                orgId,
                                proven))
                .isOne();
    }

    private static List<String> closed(Rest rest, String orgId) {
        List<String> closed = new ArrayList<>();
        rest.get("org-switcher/organizations/" + orgId + "/domains").json().forEach(row -> {
            if (row.has("closed")) {
                assertThat(row.path("closed").path("message").asText()).endsWith(".");
                closed.add(row.path("domain").asText() + " "
                        + row.path("closed").path("reason").asText());
            }
        });
        return closed;
    }

    private Map<String, String> verdicts(String email) {
        Map<String, String> verdicts = new LinkedHashMap<>();
        realm().rest()
                .get("org-switcher/preview?email=" + email)
                .json()
                .path("candidates")
                .forEach(candidate -> verdicts.put(
                        candidate.path("organization").path("id").asText(),
                        candidate.path("verdict").asText()));
        return verdicts;
    }

    private void set(String value) {
        assertThat(realm().rest()
                        .put(CONFIG, Map.of("config", Map.of("provenDomains", value)))
                        .status())
                .isEqualTo(204);
    }
}
