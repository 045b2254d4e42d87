package io.kanoa.thorgate.history.store;

import io.kanoa.thorgate.history.kept.Entry;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The bytes of a history file, taken apart.
 *
 * @param parts in their order
 */
record HistoryFile(List<Part> parts) {

    /**
     * One line, or several that are no entries.
     *
     * @param bytes with the last line feed, where there is one
     * @param decoded what it is
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Part(byte[] bytes, Decoded decoded) {

        Optional<Entry> entry() {
            return decoded instanceof Decoded.Known known ? Optional.of(known.entry()) : Optional.empty();
        }

        boolean isBroken() {
            return decoded instanceof Decoded.Broken;
        }
    }

    HistoryFile {
        parts = List.copyOf(parts);
    }

    static HistoryFile of(byte[] bytes, EntryJson json) {
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < bytes.length; ) {
            int end = endOfPart(bytes, from);
            boolean complete = bytes[end - 1] == '\n';
            byte[] part = Arrays.copyOfRange(bytes, from, end);
            parts.add(new Part(part, complete ? decode(Arrays.copyOf(part, part.length - 1), json) : torn()));
            from = end;
        }
        return new HistoryFile(parts);
    }

    /** Lines that don't begin as an entry does are one part with those before and after them that don't either. */
    private static int endOfPart(byte[] bytes, int from) {
        int end = endOfLine(bytes, from);
        if (!Line.begins(bytes, from)) {
            while (end < bytes.length && !Line.begins(bytes, end)) {
                end = endOfLine(bytes, end);
            }
        }
        return end;
    }

    private static int endOfLine(byte[] bytes, int from) {
        int end = from;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return Math.min(bytes.length, end + 1);
    }

    private static Decoded torn() {
        return new Decoded.Broken("it was written in part only");
    }

    private static Decoded decode(byte[] line, EntryJson json) {
        return Line.read(line).map(json::decode).orElseGet(() -> new Decoded.Broken("its checksum is wrong"));
    }

    List<Entry> entries() {
        return parts.stream().map(Part::entry).flatMap(Optional::stream).toList();
    }

    List<Part> broken() {
        return parts.stream().filter(Part::isBroken).toList();
    }

    /** The highest version that a newer gate wrote, and how often it wrote; empty where none did. */
    Optional<String> newer() {
        List<Integer> versions = parts.stream()
                .map(Part::decoded)
                .filter(Decoded.Newer.class::isInstance)
                .map(newer -> ((Decoded.Newer) newer).version())
                .toList();
        return versions.stream()
                .max(Integer::compare)
                .map(highest -> versions.size() + " entries of a newer version (" + highest
                        + ") are left as they are and not compared with: use the gate that wrote them");
    }

    /** The bytes of those parts that {@code wanted} accepts. */
    byte[] bytes(Predicate<Part> wanted) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.stream().filter(wanted).forEach(part -> all.writeBytes(part.bytes()));
        return all.toByteArray();
    }
}
