package io.kanoa.thorgate.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Inputs of a megabyte that make parsers slow or fat: long lines, deep nesting, many entries, huge numbers. */
final class Hostile {

    private static final int LENGTH = 1 << 20;
    private static final int SEEDS = 3;
    private static final int PLACES = 4;

    /** Each is repeated up to a megabyte. */
    private static final List<String> UNITS = List.of(
            "a",
            " ",
            "\n",
            "\0",
            "9",
            "[",
            "{",
            "{\"a\":",
            "[[],",
            "{},",
            "11,",
            "\"a\":1,",
            "\\u0041",
            "\u00e9",
            "a: b\n",
            "- ",
            "? ",
            "&a ",
            "1e999999999 ",
            "1e999999999,",
            "a\n",
            "{\"a\":1}\n",
            "%s%s");

    private Hostile() {}

    /** What every parser is given, and what this one is; each is made when it is asked for. */
    static List<Supplier<byte[]>> of(Target target) {
        List<Supplier<byte[]>> all = new ArrayList<>(target.hostile());
        UNITS.forEach(unit -> all.add(() -> repeated(bytes(unit))));
        UNITS.forEach(unit -> all.add(() -> join(bytes("["), repeated(bytes(unit)))));
        List<byte[]> seeds = target.seeds();
        for (byte[] seed : seeds.subList(0, Math.min(SEEDS, seeds.size()))) {
            all.add(() -> repeated(seed));
            all.addAll(swollen(seed));
        }
        return all;
    }

    /** The seed with a megabyte put into it at several places: of what stands there, of digits, of blanks. */
    private static List<Supplier<byte[]>> swollen(byte[] seed) {
        List<Supplier<byte[]>> all = new ArrayList<>();
        for (int i = 1; i <= PLACES; i++) {
            int at = (int) ((long) seed.length * i / (PLACES + 1));
            byte[] head = Arrays.copyOf(seed, at);
            byte[] tail = Arrays.copyOfRange(seed, at, seed.length);
            byte[] there = tail.length == 0 ? bytes("a") : Arrays.copyOf(tail, 1);
            Stream.of(there, bytes("9"), bytes(" "), bytes("["), bytes(","))
                    .forEach(filling -> all.add(() -> join(join(head, repeated(filling)), tail)));
        }
        return all;
    }

    private static byte[] repeated(byte[] unit) {
        byte[] all = new byte[LENGTH];
        for (int i = 0; unit.length > 0 && i < all.length; i++) {
            all[i] = unit[i % unit.length];
        }
        return all;
    }

    private static byte[] join(byte[] head, byte[] tail) {
        byte[] whole = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, whole, head.length, tail.length);
        return whole;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
