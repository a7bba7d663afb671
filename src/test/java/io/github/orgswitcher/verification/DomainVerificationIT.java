package io.github.orgswitcher.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.DnsResponder;
import io.github.orgswitcher.testing.Eventually;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;

/** Proof of domains, with the server pointed at a name server of this test. */
class DomainVerificationIT extends KeycloakSuite {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** The server's {@code lapse-after}, and a check more. */
    private static final long LONG_ENOUGH = 4_000;

    private String acme = "";

    @BeforeAll
    void addOrganization() {
        acme = realm().organization("Acme", "acme", Map.of());
    }

    @Test
    void recordProvesTheDomain() {
        String domain = add(acme, "");
        JsonNode added = read(acme, domain);
        assertState(added, "NONE");
        assertThat(added.has("checkedAt")).isFalse();
        assertThat(name(added)).isEqualTo("_org-switcher." + domain);
        assertThat(value(added)).matches("org-switcher-verification=[A-Za-z0-9]{32}");

        JsonNode pending = lookUp(acme, domain, "NOT_FOUND");
        assertState(pending, "PENDING");
        assertThat(pending.path("checkedAt").asLong()).isPositive();
        assertThat(pending.path("lookup").path("message").asText())
                .startsWith("DNS has no TXT record _org-switcher." + domain);

        dns().publish(name(added), "v=spf1 -all", value(added));
        JsonNode verified = lookUp(acme, domain, "FOUND");
        assertState(verified, "VERIFIED");
        assertThat(verified.path("verifiedAt").asLong())
                .isEqualTo(verified.path("checkedAt").asLong());
        JsonNode listed =
                realm().rest().get(domains(acme) + "?search=" + domain).json().path(0);
        assertState(listed, "VERIFIED");
        assertThat(listed.path("record")).isEqualTo(added.path("record"));
        assertThat(listed.path("verifiedAt")).isEqualTo(verified.path("verifiedAt"));
        assertThat(listed.has("lookup")).isFalse();
    }

    @Test
    void wildcardIsProvenOnTheDomainItself() {
        String domain = add(acme, "*.");
        JsonNode added = read(acme, domain);
        assertThat(name(added)).isEqualTo("_org-switcher." + domain.substring(2));
        dns().publish(name(added), value(added));
        assertState(lookUp(acme, domain, "FOUND"), "VERIFIED");
    }

    @Test
    void eachOrganizationProvesASharedDomainForItself() {
        String labs = realm().organization("Acme Labs", "acme-labs", Map.of());
        String domain = add(acme, "");
        assertThat(realm().rest().post(domains(labs), Map.of("domain", domain)).status())
                .isEqualTo(201);
        JsonNode ofAcme = read(acme, domain);
        JsonNode ofLabs = read(labs, domain);
        assertThat(value(ofLabs)).isNotEqualTo(value(ofAcme));

        dns().publish(name(ofAcme), value(ofAcme));
        assertState(lookUp(acme, domain, "FOUND"), "VERIFIED");
        JsonNode other = lookUp(labs, domain, "OTHER_VALUE");
        assertState(other, "PENDING");
        assertThat(other.path("lookup").path("message").asText()).contains(name(ofLabs), value(ofLabs));
        dns().publish(name(ofAcme), value(ofAcme), value(ofLabs));
        assertState(lookUp(labs, domain, "FOUND"), "VERIFIED");
    }

    @Test
    void longRecordInSeveralStringsIsOneValue() {
        String domain = add(acme, "");
        JsonNode added = read(acme, domain);
        String value = value(added);
        dns().publish(
                        name(added),
                        List.of(
                                List.of("x".repeat(255), "y".repeat(255)),
                                List.of(value.substring(0, 10), value.substring(10))));
        assertState(lookUp(acme, domain, "FOUND"), "VERIFIED");
    }

    @Test
    void outageIsToldApartAndTakesNothingAway() {
        String domain = add(acme, "");
        JsonNode added = read(acme, domain);
        dns().keepSilent(name(added));
        JsonNode silent = lookUp(acme, domain, "UNAVAILABLE");
        assertState(silent, "PENDING");
        assertThat(silent.path("lookup").path("message").asText()).startsWith("DNS gave no answer");

        dns().publish(name(added), value(added));
        JsonNode verified = lookUp(acme, domain, "FOUND");
        dns().fail(name(added));
        long begin = lookUp(acme, domain, "UNAVAILABLE").path("checkedAt").asLong();
        JsonNode later = await(acme, domain, row -> row.path("checkedAt").asLong() > begin + LONG_ENOUGH);
        assertState(later, "VERIFIED");
        assertThat(later.path("verifiedAt")).isEqualTo(verified.path("verifiedAt"));
        assertThat(later.has("missingSince")).isFalse();
    }

    @Test
    void missingRecordLapsesAfterAWhileAndCanComeBack() {
        String domain = add(acme, "");
        JsonNode added = read(acme, domain);
        dns().publish(name(added), value(added));
        assertState(lookUp(acme, domain, "FOUND"), "VERIFIED");
        dns().remove(name(added));
        JsonNode missing = lookUp(acme, domain, "NOT_FOUND");
        assertState(missing, "VERIFIED");
        assertThat(missing.path("missingSince").asLong()).isPositive();

        JsonNode lapsed =
                await(acme, domain, row -> row.path("verification").asText().equals("LAPSED"));
        assertThat(lapsed.path("missingSince")).isEqualTo(missing.path("missingSince"));
        assertThat(lapsed.path("checkedAt").asLong())
                .isGreaterThanOrEqualTo(missing.path("missingSince").asLong() + 2_000);
        assertState(lookUp(acme, domain, "NOT_FOUND"), "LAPSED");

        dns().publish(name(added), value(added));
        JsonNode again = lookUp(acme, domain, "FOUND");
        assertState(again, "VERIFIED");
        assertThat(again.has("missingSince")).isFalse();
    }

    @Test
    void domainOfAnAttributeCanBeProven() {
        String domain = newDomain();
        String globex =
                realm().organization("Globex", "globex", Map.of("org-switcher.allowed-domains", List.of(domain)));
        JsonNode declared = read(globex, domain);
        assertThat(declared.path("source").asText()).isEqualTo("ATTRIBUTE");
        dns().publish(name(declared), value(declared));
        assertState(lookUp(globex, domain, "FOUND"), "VERIFIED");

        OrganizationRepresentation organization =
                realm().resource().organizations().get(globex).toRepresentation();
        organization.singleAttribute("tier", "gold");
        realm().resource().organizations().get(globex).update(organization).close();
        assertState(read(globex, domain), "VERIFIED");
    }

    @Test
    void domainThatIsAddedAgainHasToBeProvenAgain() {
        String domain = add(acme, "");
        JsonNode added = read(acme, domain);
        dns().publish(name(added), value(added));
        assertState(lookUp(acme, domain, "FOUND"), "VERIFIED");
        assertThat(realm().rest().delete(domains(acme) + "/" + domain).status()).isEqualTo(204);
        assertThat(realm().rest().post(domains(acme), Map.of("domain", domain)).status())
                .isEqualTo(201);
        assertState(read(acme, domain), "NONE");
        assertState(lookUp(acme, domain, "OTHER_VALUE"), "PENDING");
    }

    @Test
    void viewersSeeTheStateAndNeitherTheRecordNorTheLookup() {
        String domain = add(acme, "");
        lookUp(acme, domain, "NOT_FOUND");
        Rest viewer = realm().rest().as(realm().adminToken("view-organizations"));
        for (JsonNode seen : List.of(
                viewer.get(domains(acme) + "/" + domain).json(),
                viewer.get(domains(acme) + "?search=" + domain).json().path(0))) {
            assertState(seen, "PENDING");
            assertThat(seen.has("record")).isFalse();
        }
        int events = realm().adminEvents().size();
        assertThat(viewer.post(verification(acme, domain)).status()).isEqualTo(403);
        assertThat(viewer.post(verification(acme, "absent.example")).status()).isEqualTo(403);
        assertThat(realm().adminEvents()).hasSize(events);
    }

    @Test
    void managersLookUpAndEachLookupIsAnAdminEvent() {
        String domain = add(acme, "");
        Rest manager = realm().rest().as(realm().adminToken("manage-organizations"));
        assertThat(manager.post(verification(acme, domain.toUpperCase(Locale.ROOT)))
                        .status())
                .isEqualTo(200);
        AdminEventRepresentation event = realm().adminEvents().get(0);
        assertThat(event.getOperationType()).isEqualTo("ACTION");
        assertThat(event.getResourceType()).isEqualTo("ORGANIZATION");
        assertThat(event.getResourcePath()).isEqualTo("organizations/" + acme + "/domains/" + domain + "/verification");
        assertThat(event.getRepresentation()).contains("PENDING");
    }

    @Test
    void domainThatIsRemovedMeanwhileStaysRemoved() {
        String domain = add(acme, "");
        String record = name(read(acme, domain));
        dns().keepSilent(record);
        CompletableFuture<RestResponse> lookup =
                CompletableFuture.supplyAsync(() -> realm().rest().post(verification(acme, domain)));
        Eventually.get(
                "The look-up", LIMIT, () -> Optional.of(dns().wasAsked(record)).filter(asked -> asked));
        String path = domains(acme) + "/" + domain;
        assertThat(realm().rest().delete(path).status()).isEqualTo(204);
        RestResponse late = lookup.join();
        assertThat(late.status()).as(late.toString()).isEqualTo(409);
        assertThat(late.json().path("errorMessage").asText()).contains(domain, "Load it again");
        assertThat(realm().rest().get(path).status()).isEqualTo(404);
    }

    @Test
    void otherDomainsAreNotLookedUp() {
        RestResponse absent = realm().rest().post(verification(acme, "absent.example"));
        assertThat(absent.status()).as(absent.toString()).isEqualTo(404);
        assertThat(absent.json().path("errorMessage").asText()).contains("absent.example");
        assertThat(realm().rest().post(verification("none", "acme.example")).status())
                .isEqualTo(404);
    }

    @Test
    void domainThatTheRealmHasBlockedSinceIsNotLookedUp() {
        String domain = add(acme, "");
        JsonNode added = read(acme, domain);
        dns().publish(name(added), value(added));
        realm().enableRequiredAction("org-switcher", Map.of("blockedDomains", domain));
        RestResponse refused = realm().rest().post(verification(acme, domain));
        realm().enableRequiredAction("org-switcher", Map.of("blockedDomains", ""));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.json().path("field").asText()).isEqualTo("domain");
        assertThat(refused.json().path("errorMessage").asText()).contains(domain, "blocked");
        assertState(read(acme, domain), "NONE");
    }

    private String add(String organization, String prefix) {
        String domain = prefix + newDomain();
        assertThat(realm().rest()
                        .post(domains(organization), Map.of("domain", domain))
                        .status())
                .isEqualTo(201);
        return domain;
    }

    private static String newDomain() {
        return "d" + UUID.randomUUID().toString().substring(0, 8) + ".example";
    }

    private JsonNode read(String organization, String domain) {
        RestResponse response = realm().rest().get(domains(organization) + "/" + domain);
        assertThat(response.status()).as(response.toString()).isEqualTo(200);
        return response.json();
    }

    private JsonNode lookUp(String organization, String domain, String outcome) {
        RestResponse response = realm().rest().post(verification(organization, domain));
        assertThat(response.status()).as(response.toString()).isEqualTo(200);
        assertThat(response.json().path("lookup").path("outcome").asText())
                .as(response.toString())
                .isEqualTo(outcome);
        return response.json();
    }

    private JsonNode await(String organization, String domain, Predicate<JsonNode> condition) {
        return Eventually.get("The periodic check", LIMIT, () -> Optional.of(read(organization, domain))
                .filter(condition));
    }

    private DnsResponder dns() {
        return server().dns();
    }

    private static void assertState(JsonNode domain, String state) {
        assertThat(domain.path("verification").asText()).as(domain.toString()).isEqualTo(state);
    }

    private static String name(JsonNode domain) {
        return domain.path("record").path("name").asText();
    }

    private static String value(JsonNode domain) {
        return domain.path("record").path("value").asText();
    }

    private static String domains(String organization) {
        return "org-switcher/organizations/" + organization + "/domains";
    }

    private static String verification(String organization, String domain) {
        return domains(organization) + "/" + domain + "/verification";
    }
}
