package io.kanoa.thorgate.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an engine says of the weights that it holds; untrusted.
 *
 * @param types each once, in capital letters: {@code Q4_0}, {@code F32}, {@code AWQ_MARLIN}
 * @param told the same in its own words, for people
 */
public record HeldWeights(Set<String> types, String told) {

    /** It says nothing. */
    public static final HeldWeights NOT_TOLD = new HeldWeights(Set.of(), "");

    /** llama.cpp: {@code llama_model_loader: - type q4_0:  14 tensors}. */
    private static final Pattern TENSORS = Pattern.compile("- type +([A-Za-z0-9_]{1,16}): +(\\d{1,9}) tensors");

    /** vLLM: {@code Initializing a V1 LLM engine (...) with config: model='...', ... quantization=awq, ...}. */
    private static final String CONFIG = "with config: ";

    private static final Pattern DTYPE = Pattern.compile("\\bdtype=torch\\.(\\w{1,32})");
    private static final Pattern QUANTIZATION = Pattern.compile("\\bquantization=(\\w[\\w-]{0,31})");

    private static final Map<String, String> TORCH_TYPES =
            Map.of("BFLOAT16", "BF16", "FLOAT16", "FP16", "HALF", "FP16", "FLOAT32", "FP32");

    public HeldWeights {
        types = Set.copyOf(types);
    }

    /** From the types of all tensors, one each. */
    public static HeldWeights of(List<String> tensorTypes) {
        Map<String, Integer> counts = new TreeMap<>();
        tensorTypes.forEach(type -> counts.merge(type.toUpperCase(Locale.ROOT), 1, Integer::sum));
        return counted(counts);
    }

    /** From the log of a start by llama.cpp or vLLM; {@link #NOT_TOLD} where it says nothing of it. */
    public static HeldWeights inLog(List<String> log) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String line : log) {
            Optional<HeldWeights> configured = configured(line);
            if (configured.isPresent()) {
                return configured.get();
            }
            Matcher tensors = TENSORS.matcher(line);
            if (tensors.find()) {
                counts.merge(
                        tensors.group(1).toUpperCase(Locale.ROOT), Integer.parseInt(tensors.group(2)), Integer::sum);
            }
        }
        return counted(counts);
    }

    /** The same, with another name that the engine has for it. */
    public HeldWeights alsoCalled(String name) {
        return types.isEmpty() ? this : new HeldWeights(types, told + "; " + name);
    }

    public boolean isTold() {
        return !types.isEmpty();
    }

    /** One search after the other: a log may be made to take long. */
    private static Optional<HeldWeights> configured(String line) {
        Matcher dtype = DTYPE.matcher(line);
        Matcher quantization = QUANTIZATION.matcher(line);
        int config = line.indexOf(CONFIG);
        return config >= 0 && dtype.find(config) && quantization.find(dtype.end())
                ? Optional.of(configured(dtype.group(1), quantization.group(1)))
                : Optional.empty();
    }

    private static HeldWeights configured(String dtype, String quantization) {
        Set<String> types = new TreeSet<>();
        String upper = dtype.toUpperCase(Locale.ROOT);
        types.add(TORCH_TYPES.getOrDefault(upper, upper));
        if (!quantization.equals("None")) {
            types.add(quantization.toUpperCase(Locale.ROOT));
        }
        return new HeldWeights(types, "quantization=" + quantization + ", dtype=" + dtype);
    }

    private static HeldWeights counted(Map<String, Integer> counts) {
        List<String> words = new ArrayList<>();
        counts.forEach((type, count) -> words.add(count + " x " + type));
        return new HeldWeights(counts.keySet(), String.join(", ", words));
    }
}
