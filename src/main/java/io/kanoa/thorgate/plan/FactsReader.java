package io.kanoa.thorgate.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a plan states of a model, all of it from one source. */
final class FactsReader {

    private static final long MOST = 1_000_000_000;

    /** A model's own {@code context} says this one. */
    private static final Set<FactKey> ELSEWHERE = EnumSet.of(FactKey.MAX_CONTEXT);

    private static final List<String> KEYS = keys();

    private FactsReader() {}

    static ModelFacts read(Cursor cursor) {
        return cursor.section(KEYS).map(FactsReader::facts).orElse(ModelFacts.NONE);
    }

    private static ModelFacts facts(Section section) {
        String source = section.text("source");
        Map<FactKey, Sourced<Long>> numbers = new EnumMap<>(FactKey.class);
        for (FactKey key : FactKey.values()) {
            section.find(key.word())
                    .flatMap(at -> number(key, at))
                    .ifPresent(value -> numbers.put(key, new Sourced<>(value, source)));
        }
        return new ModelFacts(
                numbers,
                section.find("architecture").flatMap(Cursor::text).map(text -> new Sourced<>(text, source)),
                section.find("revision").flatMap(Cursor::text).map(text -> new Sourced<>(text, source)),
                section.find("tied-embeddings").flatMap(Cursor::truth).map(tied -> new Sourced<>(tied, source)));
    }

    private static Optional<Long> number(FactKey key, Cursor at) {
        if (key.exact()) {
            return at.wholeNumber(0, MOST);
        }
        return key == FactKey.WEIGHT_BYTES
                ? at.parsed(QuantityParser.positive("size", Unit.BYTES)).map(size -> Math.round(size.in(Unit.BYTES)))
                : at.parsed(FactsReader::count);
    }

    private static long count(String text) throws WrongTextException {
        String number = text.strip();
        if (!number.matches("[0-9]{1,6}(\\.[0-9]{1,6})? ?[BM]")) {
            throw new WrongTextException(
                    "expected a number of parameters in billions or millions, e.g. 32.2 B, found " + Quoted.of(text));
        }
        double scale = number.endsWith("B") ? 1e9 : 1e6;
        return Math.round(
                Double.parseDouble(number.substring(0, number.length() - 1).strip()) * scale);
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(List.of("source", "architecture", "revision", "tied-embeddings"));
        Arrays.stream(FactKey.values())
                .filter(key -> !ELSEWHERE.contains(key))
                .map(FactKey::word)
                .forEach(keys::add);
        return List.copyOf(keys);
    }
}
