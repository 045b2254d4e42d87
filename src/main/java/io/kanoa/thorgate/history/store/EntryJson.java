package io.kanoa.thorgate.history.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.history.kept.Acknowledgement;
import io.kanoa.thorgate.history.kept.Entry;
import io.kanoa.thorgate.history.kept.KeptRun;
import io.kanoa.thorgate.history.kept.Tag;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Entries as JSON on one line: {@code {"version": 1, "kind": "run", "entry": {...}}}. An entry of an older version is brought
 * up to this one step by step when it is read; what is stored stays as it is.
 */
final class EntryJson {

    /** How entries of each version become those of the next, from version 1 on. The version now is one more than there are steps. */
    private static final List<UnaryOperator<ObjectNode>> STEPS = List.of();

    private static final Map<String, Class<? extends Entry>> KINDS =
            Map.of("run", KeptRun.class, "acknowledgement", Acknowledgement.class, "tag", Tag.class);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<UnaryOperator<ObjectNode>> steps;

    EntryJson() {
        this(STEPS);
    }

    /** @param steps from version 1 on; each changes the whole line's object but its version */
    EntryJson(List<UnaryOperator<ObjectNode>> steps) {
        this.steps = List.copyOf(steps);
    }

    int version() {
        return steps.size() + 1;
    }

    String encode(Entry entry) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("version", version());
        node.put("kind", kind(entry));
        node.set("entry", MAPPER.valueToTree(entry));
        return node.toString();
    }

    Decoded decode(String json) {
        try {
            return decode(MAPPER.readTree(json));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return new Decoded.Broken("it is no entry of a history");
        }
    }

    private Decoded decode(JsonNode line) throws JsonProcessingException {
        JsonNode told = line.path("version");
        int version = told.canConvertToInt() ? told.asInt() : 0;
        if (!(line instanceof ObjectNode node) || version < 1) {
            return new Decoded.Broken("it names no version");
        }
        if (version > version()) {
            return new Decoded.Newer(version);
        }
        ObjectNode now = node;
        for (UnaryOperator<ObjectNode> step : steps.subList(version - 1, steps.size())) {
            now = step.apply(now);
        }
        Class<? extends Entry> kind = KINDS.get(now.path("kind").asText());
        return kind == null
                ? new Decoded.Broken("its kind is unknown")
                : whole(MAPPER.treeToValue(now.path("entry"), kind));
    }

    /** Jackson gives null for what is missing, which the records' lists refuse but their texts do not. */
    private static Decoded whole(@Nullable Entry entry) {
        return entry == null || hasHole(MAPPER.valueToTree(entry))
                ? new Decoded.Broken("a part of it is missing")
                : new Decoded.Known(entry);
    }

    private static boolean hasHole(JsonNode node) {
        return node.isNull() || node.valueStream().anyMatch(EntryJson::hasHole);
    }

    private static String kind(Entry entry) {
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue().isInstance(entry))
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
