package io.kanoa.thorgate.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** How weights may be stored; each is tried with a model of its own. */
public enum WeightFormat {
    BF16,
    FP16,
    FP8,
    NVFP4,
    MXFP4,
    AWQ,
    GPTQ,
    Q8_0,
    Q4_0,
    Q4_K_M;

    /** The word that means every 4-bit floating-point format. */
    private static final String FP4 = "FP4";

    private static final List<WeightFormat> ALL_FP4 = List.of(NVFP4, MXFP4);

    /** Every word that a plan may use. */
    static List<String> words() {
        return Stream.concat(Stream.of(FP4), Arrays.stream(values()).map(WeightFormat::name))
                .toList();
    }

    /**
     * What a plan's word means: one format, or both that FP4 may be.
     *
     * @throws IllegalArgumentException if it is no word for a format
     */
    public static List<WeightFormat> of(String word) {
        return word.equals(FP4) ? ALL_FP4 : List.of(valueOf(word));
    }

    /** What these words mean, each format once, in their order. */
    public static List<WeightFormat> of(List<String> words) {
        List<WeightFormat> formats = new ArrayList<>();
        words.forEach(word -> formats.addAll(of(word)));
        return formats.stream().distinct().toList();
    }
}
