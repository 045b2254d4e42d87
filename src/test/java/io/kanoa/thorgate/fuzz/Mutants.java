package io.kanoa.thorgate.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Inputs with some bytes changed, the same ones in each run. */
final class Mutants {

    private static final int MOST_HITS = 6;
    private static final int NOISE = 100;
    private static final int LONGEST_WORD = 100;

    private static final List<String> ODD_BITS = List.of(
            "\0",
            "%",
            "@",
            "/",
            ",",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "-",
            "NaN",
            "null",
            "1e999",
            "{}",
            "[]",
            "\"\"",
            "true",
            "-1",
            "999999999999",
            "\n",
            ":",
            "\u00e9");

    private final List<byte[]> seeds;
    private final Random random;

    Mutants(List<byte[]> seeds, long begin) {
        this.seeds = seeds;
        this.random = new Random(begin);
    }

    byte[] next() {
        if (random.nextInt(20) == 0) {
            byte[] noise = new byte[random.nextInt(NOISE)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] input = seeds.get(random.nextInt(seeds.size()));
        for (int hits = random.nextInt(MOST_HITS); hits > 0; hits--) {
            input = hit(input);
        }
        return input;
    }

    private byte[] hit(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = Math.min(input.length, from + random.nextInt(8));
        byte[] there = Arrays.copyOfRange(input, from, to);
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(input, from);
            case 1 -> spliced(input, from, to, new byte[0]);
            case 2 -> spliced(input, from, from, there);
            case 3 -> spliced(input, from, to, noiseLike(there));
            case 4 -> spliced(input, from, from, partOfAnother());
            case 5 -> spliced(input, from, to, oddBit());
            default -> otherWord(input, from);
        };
    }

    /** What stands there between commas, blanks and the like, exchanged for something odd or a word of a seed. */
    private byte[] otherWord(byte[] input, int at) {
        int begin = wordBegin(input, at);
        return spliced(input, begin, wordEnd(input, at), random.nextBoolean() ? oddBit() : wordOfAnother());
    }

    private byte[] wordOfAnother() {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int at = random.nextInt(other.length + 1);
        return Arrays.copyOfRange(other, wordBegin(other, at), wordEnd(other, at));
    }

    private static int wordBegin(byte[] input, int at) {
        int begin = at;
        while (begin > 0 && at - begin < LONGEST_WORD && isOfWord(input[begin - 1])) {
            begin--;
        }
        return begin;
    }

    private static int wordEnd(byte[] input, int at) {
        int end = at;
        while (end < input.length && end - at < LONGEST_WORD && isOfWord(input[end])) {
            end++;
        }
        return end;
    }

    private static boolean isOfWord(byte b) {
        return b < 0 || Character.isLetterOrDigit(b) || "\"._+-".indexOf(b) >= 0;
    }

    private byte[] noiseLike(byte[] there) {
        byte[] noise = there.clone();
        random.nextBytes(noise);
        return noise;
    }

    private byte[] partOfAnother() {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int from = random.nextInt(other.length + 1);
        return Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(40)));
    }

    private byte[] oddBit() {
        return ODD_BITS.get(random.nextInt(ODD_BITS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] spliced(byte[] input, int from, int to, byte[] between) {
        byte[] whole = Arrays.copyOf(input, input.length - (to - from) + between.length);
        System.arraycopy(between, 0, whole, from, between.length);
        System.arraycopy(input, to, whole, from + between.length, input.length - to);
        return whole;
    }
}
