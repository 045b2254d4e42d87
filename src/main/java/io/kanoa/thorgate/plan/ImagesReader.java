package io.kanoa.thorgate.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the images beside a prompt's text. */
final class ImagesReader {

    private static final String COUNT = "count";
    private static final List<String> KEYS = List.of(COUNT, "width", "height", "tokens");
    private static final int MOST_IMAGES = 64;
    private static final int SMALLEST_SIDE = 16;
    private static final int LARGEST_SIDE = 8192;
    private static final int MOST_TOKENS = 1_000_000;

    private ImagesReader() {}

    /** The images; nothing where something is missing or wrong, which is reported. */
    static Optional<Images> read(Cursor cursor) {
        return cursor.section(KEYS).flatMap(section -> read(section, Optional.empty()));
    }

    /** The images of {@code base}, as far as the section says nothing else. */
    static Optional<Images> changed(Cursor cursor, Images base) {
        return cursor.section(KEYS)
                .flatMap(section -> read(section, Optional.of(base).filter(Images::areAsked)));
    }

    private static Optional<Images> read(Section section, Optional<Images> base) {
        Values values = new Values(section);
        List<Integer> counts = section.has(COUNT) || base.isEmpty()
                ? section.need(COUNT).map(ImagesReader::counts).orElse(List.of())
                : base.get().counts();
        Images images = new Images(
                counts,
                values.count("width", SMALLEST_SIDE, LARGEST_SIDE, base.map(Images::width)),
                values.count("height", SMALLEST_SIDE, LARGEST_SIDE, base.map(Images::height)),
                values.count("tokens", 1, MOST_TOKENS, base.map(Images::tokensEach)));
        return counts.isEmpty() ? Optional.empty() : values.complete(images);
    }

    /** One count or a list of them; empty where something is wrong. */
    private static List<Integer> counts(Cursor cursor) {
        List<Cursor> items = cursor.oneOrMore();
        List<Integer> counts = new ArrayList<>();
        for (Cursor item : items) {
            Optional<Integer> count = item.wholeNumber(0, MOST_IMAGES).map(Long::intValue);
            if (count.isPresent() && counts.contains(count.get())) {
                item.problem(count.get() + " is in the list twice");
            }
            count.ifPresent(counts::add);
        }
        if (counts.size() == items.size() && counts.stream().allMatch(count -> count == 0)) {
            cursor.problem("no prompt has an image; leave images out for text alone");
            return List.of();
        }
        return counts.size() == items.size() ? counts : List.of();
    }
}
