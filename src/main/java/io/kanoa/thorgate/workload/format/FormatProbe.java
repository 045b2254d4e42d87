package io.kanoa.thorgate.workload.format;

import io.kanoa.thorgate.plan.WeightFormat;

/**
 * One try to load a model in a weight format.
 *
 * @param layout of the model's files, e.g. {@code GGUF} or {@code compressed-tensors}
 * @param held what the engine says that it holds; empty where it says nothing. Untrusted text
 * @param words of the engine on why not; empty where it was served. Untrusted text, one line
 * @param startNanos from the request to load until it was ready or refused
 * @param tokens that came
 */
public record FormatProbe(
        WeightFormat format,
        String layout,
        FormatOutcome outcome,
        String held,
        String words,
        long startNanos,
        int tokens) {

    private static final int LONGEST = 400;

    public FormatProbe {
        held = cut(held);
        words = cut(words);
    }

    /** Format and layout: {@code NVFP4 (ModelOpt)}. */
    public String name() {
        return format + " (" + layout + ")";
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
    }
}
