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
     * One line.
     *
     * @param bytes with its line feed, where it has one
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
            int end = from;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            boolean complete = end < bytes.length;
            byte[] line = Arrays.copyOfRange(bytes, from, end);
            from = Math.min(bytes.length, end + 1);
            parts.add(new Part(complete ? withLineFeed(line) : line, complete ? decode(line, json) : torn()));
        }
        return new HistoryFile(parts);
    }

    private static Decoded torn() {
        return new Decoded.Broken("it was written in part only");
    }

    private static Decoded decode(byte[] line, EntryJson json) {
        return Line.read(line).map(json::decode).orElseGet(() -> new Decoded.Broken("its checksum is wrong"));
    }

    private static byte[] withLineFeed(byte[] line) {
        byte[] whole = Arrays.copyOf(line, line.length + 1);
        whole[line.length] = '\n';
        return whole;
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
