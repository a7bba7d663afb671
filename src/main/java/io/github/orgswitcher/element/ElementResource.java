package io.github.orgswitcher.element;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.KeycloakSession;

/**
 * {@code element}: the custom element {@code <organization-switcher>} for applications of any origin. It is the same for everybody, takes
 * no cookie, and tells nothing of the realm but how its pages say things.
 */
public final class ElementResource {

    private static final String SCRIPT = script();

    /** Of what the script says, so that it can be kept for ever. */
    private static final String VERSION =
            HashUtils.sha256UrlEncodedHash(SCRIPT, UTF_8).substring(0, 16);

    private static final String JAVASCRIPT = "text/javascript;charset=utf-8";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String A_WHILE = "public, max-age=300";

    private final KeycloakSession session;

    /**
     * The element of a realm.
     *
     * @param session the Keycloak session, with the realm in its context
     */
    public ElementResource(KeycloakSession session) {
        this.session = session;
    }

    /**
     * What an application names, at an address that stays: it leads to the present version.
     *
     * @return a module
     */
    public Response loader() {
        return answer("import \"./element/" + VERSION + "/element.js\";\n", JAVASCRIPT, A_WHILE);
    }

    /**
     * The element.
     *
     * @param version which one; of another, this one is not kept for it
     * @return a module
     */
    @GET
    @Path("{version}/element.js")
    public Response element(@PathParam("version") String version) {
        return answer(SCRIPT, JAVASCRIPT, version.equals(VERSION) ? FOR_EVER : A_WHILE);
    }

    /**
     * What the element says.
     *
     * @param language a language tag, from anywhere; for one that is not there, English
     * @return texts by their message keys, as JSON
     */
    @GET
    @Path("{version}/texts/{language}")
    public Response texts(@PathParam("language") String language) {
        return answer(ElementTexts.in(session, language), MediaType.APPLICATION_JSON, A_WHILE);
    }

    private static Response answer(Object entity, String type, String caching) {
        return Response.ok(entity, type)
                .header(HttpHeaders.CACHE_CONTROL, caching)
                .header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(ElementResource.class.getResourceAsStream("element.js"))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
