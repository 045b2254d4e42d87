package io.kanoa.thorgate.weights.tiny;

import io.kanoa.thorgate.plan.WeightFormat;
import io.kanoa.thorgate.weights.GgufMixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A tiny model in a weight format, in one of the layouts in which models of that format are published. */
public enum FormatSample {
    FP16_GGUF(WeightFormat.FP16, GgufMixture.F16),
    FP16(WeightFormat.FP16, "safetensors", new PlainLinear("F16")),
    BF16_GGUF(WeightFormat.BF16, GgufMixture.BF16),
    BF16(WeightFormat.BF16, "safetensors", new PlainLinear("BF16")),
    FP8(WeightFormat.FP8, "fp8", new Fp8Linear()),
    FP8_COMPRESSED(WeightFormat.FP8, "compressed-tensors", new Fp8ByChannel()),
    NVFP4_MODELOPT(WeightFormat.NVFP4, "ModelOpt", new NvFp4ModelOpt()),
    NVFP4_COMPRESSED(WeightFormat.NVFP4, "compressed-tensors", new NvFp4Compressed()),
    NVFP4_GGUF(WeightFormat.NVFP4, GgufMixture.NVFP4),
    MXFP4_COMPRESSED(WeightFormat.MXFP4, "compressed-tensors", new MxFp4Compressed()),
    MXFP4_GGUF(WeightFormat.MXFP4, GgufMixture.MXFP4),
    AWQ(WeightFormat.AWQ, "AutoAWQ", new AwqLinear()),
    GPTQ(WeightFormat.GPTQ, "GPTQ", new GptqLinear()),
    Q8_0(WeightFormat.Q8_0, GgufMixture.Q8_0),
    Q4_0(WeightFormat.Q4_0, GgufMixture.Q4_0),
    Q4_K_M(WeightFormat.Q4_K_M, GgufMixture.Q4_K_M);

    private final WeightFormat format;
    private final String layout;
    private final ModelMaker maker;

    FormatSample(WeightFormat format, GgufMixture mixture) {
        this(format, "GGUF", new TinyGguf(mixture));
    }

    FormatSample(WeightFormat format, String layout, LinearLayout linear) {
        this(format, layout, new TinyLlama(linear));
    }

    FormatSample(WeightFormat format, String layout, ModelMaker maker) {
        this.format = format;
        this.layout = layout;
        this.maker = maker;
    }

    /** Writes a model. */
    @FunctionalInterface
    interface ModelMaker {
        /** Writes it under {@code base}, or {@code base} with an ending, and says where. */
        Path write(Path base) throws IOException;
    }

    public WeightFormat format() {
        return format;
    }

    /** How the format is laid out: {@code GGUF}, or the tool whose layout of safetensors it is. */
    public String layout() {
        return layout;
    }

    /** The samples of a format, in the order in which to try them. */
    public static List<FormatSample> of(WeightFormat format) {
        return Arrays.stream(values()).filter(s -> s.format == format).toList();
    }

    /**
     * Writes the model: the same bytes each time, some MB.
     *
     * @param folder that exists
     * @return a {@code .gguf} file, or a folder with {@code model.safetensors}
     */
    public Path write(Path folder) throws IOException {
        return maker.write(Files.createDirectories(folder).resolve("tiny-" + name().toLowerCase(Locale.ROOT)));
    }
}
