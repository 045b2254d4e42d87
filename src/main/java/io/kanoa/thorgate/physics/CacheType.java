package io.kanoa.thorgate.physics;

import io.kanoa.thorgate.plan.Serving;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an engine stores keys and values as.
 *
 * @param elementBytes bytes of one key or value; of block formats with their scales; where keys and values differ, the mean
 */
record CacheType(double elementBytes) {

    /** 16 bit: what engines use unless they are told otherwise. */
    static final CacheType PLAIN = new CacheType(2);

    private static final String OLLAMA_VARIABLE = "OLLAMA_KV_CACHE_TYPE";
    private static final List<String> OF_BOTH = List.of("--kv-cache-dtype");
    private static final List<String> OF_KEYS = List.of("--cache-type-k", "-ctk");
    private static final List<String> OF_VALUES = List.of("--cache-type-v", "-ctv");

    /** Bytes an element: llama.cpp's blocks of 32 elements have one or two scales of 2 bytes. */
    private static final Map<String, Double> BYTES = Map.ofEntries(
            Map.entry("f32", 4.0),
            Map.entry("f16", 2.0),
            Map.entry("bf16", 2.0),
            Map.entry("q8_0", 34.0 / 32),
            Map.entry("q5_1", 24.0 / 32),
            Map.entry("q5_0", 22.0 / 32),
            Map.entry("q4_1", 20.0 / 32),
            Map.entry("q4_0", 18.0 / 32),
            Map.entry("iq4_nl", 18.0 / 32),
            Map.entry("fp8", 1.0),
            Map.entry("fp8_e4m3", 1.0),
            Map.entry("fp8_e5m2", 1.0),
            Map.entry("fp8_inc", 1.0));

    /** By the engine's arguments and environment in the plan; a word that is not known counts as 16 bit. */
    static CacheType of(Serving serving) {
        Optional<Double> both = option(serving, OF_BOTH)
                .or(() -> Optional.ofNullable(serving.engine().environment().get(OLLAMA_VARIABLE)))
                .map(BYTES::get);
        double usual = both.orElse(PLAIN.elementBytes);
        double keys = option(serving, OF_KEYS).map(BYTES::get).orElse(usual);
        double values = option(serving, OF_VALUES).map(BYTES::get).orElse(usual);
        return new CacheType((keys + values) / 2);
    }

    /** The last one counts, as it does for the engines. */
    private static Optional<String> option(Serving serving, List<String> names) {
        List<String> arguments = serving.arguments();
        Optional<String> value = Optional.empty();
        for (int i = 0; i < arguments.size(); i++) {
            String[] parts = arguments.get(i).split("=", 2);
            if (names.contains(parts[0])) {
                value = parts.length == 2
                        ? Optional.of(parts[1])
                        : arguments.stream().skip(i + 1L).findFirst();
            }
        }
        return value;
    }
}
