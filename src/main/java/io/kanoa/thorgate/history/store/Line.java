package io.kanoa.thorgate.history.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * An entry as a line of the file: {@code TG CHECKSUM LENGTH JSON}, with the CRC-32 and the length of the JSON in bytes. A line
 * that was written in part, or that a disk has changed, is told from a whole one.
 */
final class Line {

    private static final Pattern SHAPE = Pattern.compile("TG ([0-9a-f]{8}) ([0-9]{1,9}) (.*)", Pattern.DOTALL);

    private static final byte[] MARK = "TG ".getBytes(StandardCharsets.US_ASCII);

    private Line() {}

    /** The line, line feed included. */
    static byte[] of(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return ("TG " + checksum(bytes) + " " + bytes.length + " " + json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Whether what stands there begins as a line does. */
    static boolean begins(byte[] bytes, int from) {
        int end = Math.min(bytes.length, from + MARK.length);
        return Arrays.equals(bytes, from, end, MARK, 0, MARK.length);
    }

    /** The JSON of a line without its line feed; empty where the line is not whole. */
    static Optional<String> read(byte[] line) {
        Matcher parts = SHAPE.matcher(new String(line, StandardCharsets.UTF_8));
        if (!parts.matches()) {
            return Optional.empty();
        }
        byte[] json = parts.group(3).getBytes(StandardCharsets.UTF_8);
        boolean whole = json.length == Integer.parseInt(parts.group(2))
                && checksum(json).equals(parts.group(1));
        return whole ? Optional.of(parts.group(3)) : Optional.empty();
    }

    private static String checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return String.format("%08x", crc.getValue());
    }
}
