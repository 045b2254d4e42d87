package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the shape of one synthetic model. */
final class StandInReader {

    private static final List<String> KEYS =
            List.of("layers", "width", "feed-forward", "heads", "key-value-heads", "context", "seed");

    private StandInReader() {}

    static Optional<StandIn> read(Cursor cursor) {
        return cursor.section(KEYS).flatMap(StandInReader::shape);
    }

    private static Optional<StandIn> shape(Section section) {
        Optional<Integer> layers = number(section, "layers", 256);
        Optional<Integer> width = number(section, "width", 16_384);
        Optional<Integer> feedForward = number(section, "feed-forward", 65_536);
        Optional<Integer> heads = number(section, "heads", 256);
        Optional<Integer> keyValueHeads = number(section, "key-value-heads", 256);
        Optional<Integer> context = number(section, "context", 1_048_576);
        Optional<Long> seed = section.need("seed").flatMap(at -> at.wholeNumber(0, Long.MAX_VALUE));
        if (Stream.of(layers, width, feedForward, heads, keyValueHeads, context, seed)
                .anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        StandIn shape = new StandIn(
                layers.get(),
                width.get(),
                feedForward.get(),
                heads.get(),
                keyValueHeads.get(),
                context.get(),
                seed.get());
        check(shape, section.at());
        return Optional.of(shape);
    }

    private static Optional<Integer> number(Section section, String key, int most) {
        return section.need(key).flatMap(at -> at.wholeNumber(1, most)).map(Long::intValue);
    }

    private static void check(StandIn shape, Cursor at) {
        if (shape.width() % (2 * shape.heads()) != 0) {
            at.problem("width " + shape.width() + " does not split into " + shape.heads() + " heads of an even length");
        }
        if (shape.heads() % shape.keyValueHeads() != 0) {
            at.problem(shape.heads() + " heads cannot share " + shape.keyValueHeads() + " key-value heads evenly");
        }
    }
}
