package io.github.orgswitcher.rest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.orgswitcher.domain.ShownText;
import io.github.orgswitcher.domain.StorableText;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.keycloak.util.JsonSerialization;

/**
 * A request's JSON object, read strictly: what is misspelled or of the wrong type is an error bound to its field, while
 * Keycloak's own reading turns numbers into text and answers with no field.
 */
public final class JsonBody {

    private static final int MAX_BYTES = 64 * 1024;

    private static final ObjectReader READER =
            JsonSerialization.mapper.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Refusals request;
    private final JsonNode json;

    private JsonBody(Refusals request, JsonNode json) {
        this.request = request;
        this.json = json;
    }

    /**
     * Reads a body, of {@value #MAX_BYTES} bytes at most: of a longer one the rest is left unread.
     *
     * @param request refuses what cannot be read
     * @param body its body
     * @param fields all that the object may have
     * @return the object
     * @throws WebApplicationException where it is none, or has anything else
     */
    public static JsonBody read(Refusals request, InputStream body, Set<String> fields) {
        JsonNode json = parse(bytes(request, body))
                .filter(JsonNode::isObject)
                .orElseThrow(() -> request.error(Status.BAD_REQUEST, null, "orgSwitcherJsonInvalid"));
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!fields.contains(name)) {
                String shown = ShownText.of(name);
                throw request.error(Status.BAD_REQUEST, shown, "orgSwitcherJsonUnknownField", shown);
            }
            if (!isStorable(json.path(name))) {
                throw request.error(Status.BAD_REQUEST, name, "orgSwitcherTextInvalid", name);
            }
        }
        return new JsonBody(request, json);
    }

    /**
     * A text.
     *
     * @param field its field
     * @return the text; empty where the field is absent, null or blank
     */
    public Optional<String> text(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw request.error(Status.BAD_REQUEST, field, "orgSwitcherJsonNotText", field);
        }
        return Optional.of(value.textValue()).filter(text -> !text.isBlank());
    }

    /**
     * Texts.
     *
     * @param field their field
     * @param most how many there may be
     * @return the texts, each once; none where the field is absent or null
     */
    public List<String> texts(String field, int most) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()
                || !StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isTextual)) {
            throw request.error(Status.BAD_REQUEST, field, "orgSwitcherJsonNotTexts", field);
        }
        List<String> texts = StreamSupport.stream(value.spliterator(), false)
                .map(JsonNode::textValue)
                .distinct()
                .toList();
        if (texts.size() > most) {
            throw request.error(Status.BAD_REQUEST, field, "orgSwitcherJsonTooMany", field, most);
        }
        return texts;
    }

    /**
     * Whether a field is there, null or not.
     *
     * @param field the field
     * @return whether it is
     */
    public boolean has(String field) {
        return json.has(field);
    }

    /**
     * A value as it is.
     *
     * @param field its field
     * @return the value; empty where the field is absent or null
     */
    public Optional<JsonNode> value(String field) {
        return Optional.of(json.path(field)).filter(value -> !value.isMissingNode() && !value.isNull());
    }

    /**
     * A value in Java's own types.
     *
     * @param field its field
     * @return a Boolean, Number, String, List or Map; null where the field is absent or null
     */
    public @Nullable Object plain(String field) {
        return JsonSerialization.mapper.convertValue(json.get(field), Object.class);
    }

    private static boolean isStorable(JsonNode value) {
        return value.isTextual()
                ? StorableText.is(value.textValue())
                : StreamSupport.stream(value.spliterator(), false).allMatch(JsonBody::isStorable);
    }

    private static byte[] bytes(Refusals request, InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw request.error(Status.REQUEST_ENTITY_TOO_LARGE, null, "orgSwitcherBodyTooLarge", MAX_BYTES);
            }
            return bytes;
        } catch (IOException e) {
            // The sender broke off, and will hardly read this.
            throw request.error(Status.BAD_REQUEST, null, "orgSwitcherJsonInvalid");
        }
    }

    private static Optional<JsonNode> parse(byte[] bytes) {
        try {
            return Optional.ofNullable(READER.readTree(bytes));
        } catch (IOException e) {
            // The bytes are all there, so this can only be about what they say.
            return Optional.empty();
        }
    }
}
