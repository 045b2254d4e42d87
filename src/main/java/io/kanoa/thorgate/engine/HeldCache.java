package io.kanoa.thorgate.engine;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an engine says of the memory that it set aside for keys and values; untrusted.
 *
 * @param bytes all of it, over all layers and devices
 * @param tokens that fit
 */
public record HeldCache(OptionalDouble bytes, OptionalLong tokens) {

    /** It says nothing. */
    public static final HeldCache NOT_TOLD = new HeldCache(OptionalDouble.empty(), OptionalLong.empty());

    private static final double MEBI = 1 << 20;

    /** llama.cpp: {@code CPU KV buffer size =    45.00 MiB}, once a device, and again for layers with a window. */
    private static final Pattern BUFFER = Pattern.compile("KV buffer size = +(\\d{1,9}\\.?\\d{0,3}) MiB");

    /** llama.cpp: {@code llama_kv_cache: size =   45.00 MiB (  2048 cells,  30 layers, ...}; fewer for layers with a window. */
    private static final Pattern CELLS = Pattern.compile("size = +[\\d.]{1,12} MiB \\( *(\\d{1,12}) cells");

    /** vLLM: {@code GPU KV cache size: 524,288 tokens}. */
    private static final Pattern TOKENS = Pattern.compile("KV cache size: (\\d[\\d,]{0,15}) tokens");

    /** vLLM: {@code Available KV cache memory: 46.97 GiB}; on CPUs {@code Explicitly set (1.0/19.21) GiB for KV cache}. */
    private static final Pattern GIBI = Pattern.compile(
            "(?:Available KV cache memory: (\\d{1,6}\\.?\\d{0,4}) GiB|set \\((\\d{1,6}\\.?\\d{0,4})/[\\d.]+\\) GiB for KV cache)");

    /** From the log of a start of one model by llama.cpp or vLLM; {@link #NOT_TOLD} where it says nothing of it. */
    public static HeldCache inLog(List<String> log) {
        Reading reading = new Reading();
        log.forEach(reading::line);
        return reading.end();
    }

    /** Whether it says how large it is. */
    public boolean isTold() {
        return bytes.isPresent();
    }

    /** The sums so far. */
    private static final class Reading {

        private OptionalDouble bytes = OptionalDouble.empty();
        private OptionalLong tokens = OptionalLong.empty();

        void line(String line) {
            buffer(BUFFER.matcher(line));
            cells(CELLS.matcher(line));
            tokens(TOKENS.matcher(line));
            gibi(GIBI.matcher(line));
        }

        HeldCache end() {
            return new HeldCache(bytes, tokens);
        }

        private void buffer(Matcher found) {
            if (found.find()) {
                bytes = OptionalDouble.of(bytes.orElse(0) + Double.parseDouble(found.group(1)) * MEBI);
            }
        }

        private void cells(Matcher found) {
            if (found.find()) {
                tokens = OptionalLong.of(Math.max(tokens.orElse(0), Long.parseLong(found.group(1))));
            }
        }

        private void tokens(Matcher found) {
            if (found.find()) {
                tokens = OptionalLong.of(Long.parseLong(found.group(1).replace(",", "")));
            }
        }

        private void gibi(Matcher found) {
            if (found.find()) {
                String number = found.group(1) == null ? found.group(2) : found.group(1);
                bytes = OptionalDouble.of(Double.parseDouble(number) * MEBI * 1024);
            }
        }
    }
}
