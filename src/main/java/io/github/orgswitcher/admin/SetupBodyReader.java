package io.github.orgswitcher.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.RefusedDomainException;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.membership.OrganizationName;
import io.github.orgswitcher.rest.JsonBody;
import io.github.orgswitcher.setup.SetupRequest;
import io.github.orgswitcher.setup.WantedOrganization;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a call of {@code PUT setup} asks for, as strictly as all bodies are read. */
final class SetupBodyReader {

    /** What reading gives may be sent back as it is. */
    private static final Set<String> FIELDS = Set.of(
            SetupRequest.IDENTITY_PROVIDERS,
            SetupRequest.BROWSER_FLOW,
            SetupRequest.PASSWORDLESS,
            SetupRequest.EMAIL_SECOND_FACTOR,
            SetupRequest.ENABLED,
            SetupRequest.ORGANIZATIONS_ENABLED,
            WantedOrganization.FIELD,
            SetupBody.ADMIN_THEME,
            SetupRepresentation.WARNINGS,
            SetupRepresentation.NEXT,
            SetupRepresentation.UNALLOWED_DOMAINS,
            SetupRepresentation.EMAIL_SIGN_IN);

    private static final String NAME = "name";
    private static final String ALIAS = "alias";
    private static final String ALLOWED_DOMAINS = "allowedDomains";
    private static final int MOST_DOMAINS = 100;

    /** What a scope can name: {@code organization:acme}. */
    private static final Pattern GOOD_ALIAS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,254}");

    private final AdminRequest request;

    SetupBodyReader(AdminRequest request) {
        this.request = request;
    }

    SetupBody read(InputStream body) {
        JsonBody json = JsonBody.read(request, body, FIELDS);
        return new SetupBody(
                realm(json),
                json.value(WantedOrganization.FIELD).map(this::organization),
                flag(json, SetupBody.ADMIN_THEME).orElse(false));
    }

    private SetupRequest realm(JsonBody body) {
        boolean passwordless = flag(body, SetupRequest.PASSWORDLESS).orElse(false);
        boolean browserFlow = flag(body, SetupRequest.BROWSER_FLOW).orElse(true);
        if (passwordless && !browserFlow) {
            throw invalid(SetupRequest.PASSWORDLESS, "orgSwitcherSetupPasswordlessAlone");
        }
        return new SetupRequest(
                flag(body, SetupRequest.ENABLED).orElse(true),
                flag(body, SetupRequest.ORGANIZATIONS_ENABLED).orElse(true),
                identityProviders(body),
                browserFlow,
                passwordless,
                flag(body, SetupRequest.EMAIL_SECOND_FACTOR).orElse(true));
    }

    private Set<String> identityProviders(JsonBody body) {
        Set<String> aliases = new LinkedHashSet<>();
        Optional<JsonNode> value = body.value(SetupRequest.IDENTITY_PROVIDERS);
        if (value.filter(list -> !list.isArray()).isPresent()) {
            throw invalid(SetupRequest.IDENTITY_PROVIDERS, "orgSwitcherSetupProvidersInvalid");
        }
        value.ifPresent(list -> list.forEach(alias -> {
            if (!alias.isTextual()) {
                throw invalid(SetupRequest.IDENTITY_PROVIDERS, "orgSwitcherSetupProvidersInvalid");
            }
            aliases.add(alias.textValue());
        }));
        return aliases;
    }

    private WantedOrganization organization(JsonNode value) {
        InputStream bytes = new ByteArrayInputStream(value.toString().getBytes(StandardCharsets.UTF_8));
        JsonBody json = JsonBody.read(
                (status, field, key, params) -> request.error(
                        status, WantedOrganization.FIELD + (field == null ? "" : "." + field), key, params),
                bytes,
                Set.of(NAME, ALIAS, ALLOWED_DOMAINS));
        OrganizationName name = name(json.text(NAME).orElse(""));
        String alias = json.text(ALIAS).orElseGet(name::alias);
        if (!GOOD_ALIAS.matcher(alias).matches()) {
            throw invalid(WantedOrganization.ALIAS, "orgSwitcherSetupAliasInvalid");
        }
        List<DomainPattern> domains = json.texts(ALLOWED_DOMAINS, MOST_DOMAINS).stream()
                .map(this::domain)
                .toList();
        return new WantedOrganization(name, alias, domains);
    }

    private OrganizationName name(String typed) {
        try {
            return OrganizationName.of(typed);
        } catch (ChoiceRefusedException e) {
            throw invalid(WantedOrganization.NAME, e.messageKey(), e.parameters());
        }
    }

    private DomainPattern domain(String text) {
        try {
            return request.domainRules().allow(text);
        } catch (RefusedDomainException e) {
            throw invalid(WantedOrganization.ALLOWED_DOMAINS, e.messageKey(), e.named());
        }
    }

    private Optional<Boolean> flag(JsonBody body, String field) {
        return body.value(field).map(value -> {
            if (!value.isBoolean()) {
                throw invalid(field, "orgSwitcherSetupNotTrueOrFalse", field);
            }
            return value.booleanValue();
        });
    }

    private WebApplicationException invalid(String field, String messageKey, Object... params) {
        return request.error(Status.BAD_REQUEST, field, messageKey, params);
    }
}
