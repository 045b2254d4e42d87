package io.kanoa.thorgate.weights;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what lets llama-server see with a stand-in: a vision encoder and projector of LLaVA's architecture with random weights,
 * for {@code --mmproj}. Each image, whatever its size, becomes {@link #TOKENS} tokens; what is seen means nothing.
 */
public final class EyesForStandIns {

    private static final int IMAGE = 112;
    private static final int PATCH = 14;
    private static final int WIDTH = 64;
    private static final int FEED_FORWARD = 128;
    private static final int LAYERS = 2;
    private static final int HEADS = 4;

    /** Prompt tokens of one image. */
    public static final int TOKENS = IMAGE / PATCH * (IMAGE / PATCH);

    private EyesForStandIns() {}

    /** @param width of the stand-in that is to see */
    public static void write(Path file, int width) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            new GgufWriter(metadata(width), tensors(width)).write(out, EyesForStandIns::values);
        }
    }

    private static GgufMetadata metadata(int width) {
        return new GgufMetadata()
                .text("general.architecture", "clip")
                .number("general.file_type", 1)
                .flag("clip.has_vision_encoder", true)
                .text("clip.projector_type", "mlp")
                .number("clip.vision.image_size", IMAGE)
                .number("clip.vision.patch_size", PATCH)
                .number("clip.vision.embedding_length", WIDTH)
                .number("clip.vision.feed_forward_length", FEED_FORWARD)
                .number("clip.vision.block_count", LAYERS)
                .number("clip.vision.projection_dim", width)
                .number("clip.vision.attention.head_count", HEADS)
                .real("clip.vision.attention.layer_norm_epsilon", 1e-5f)
                .reals("clip.vision.image_mean", List.of(0.5f, 0.5f, 0.5f))
                .reals("clip.vision.image_std", List.of(0.25f, 0.25f, 0.25f));
    }

    private static List<GgufTensor> tensors(int width) {
        List<GgufTensor> tensors = new ArrayList<>();
        tensors.add(matrix("v.patch_embd", PATCH, PATCH, 3, WIDTH));
        tensors.add(matrix("v.position_embd", WIDTH, TOKENS));
        for (int layer = 0; layer < LAYERS; layer++) {
            String block = "v.blk." + layer + ".";
            List.of("attn_q", "attn_k", "attn_v", "attn_out")
                    .forEach(name -> tensors.add(matrix(block + name, WIDTH, WIDTH)));
            List.of("ln1", "ln2").forEach(name -> tensors.add(vector(block + name + ".weight", WIDTH)));
            tensors.add(matrix(block + "ffn_up", WIDTH, FEED_FORWARD));
            tensors.add(matrix(block + "ffn_down", FEED_FORWARD, WIDTH));
        }
        tensors.add(matrix("mm.0", WIDTH, width));
        tensors.add(vector("mm.0.bias", width));
        tensors.add(matrix("mm.2", width, width));
        tensors.add(vector("mm.2.bias", width));
        return tensors;
    }

    private static GgufTensor matrix(String name, Integer... shape) {
        return new GgufTensor(name + ".weight", GgmlType.F16, List.of(shape));
    }

    private static GgufTensor vector(String name, int length) {
        return new GgufTensor(name, GgmlType.F32, List.of(length));
    }

    /** Random matrices, norms of one and biases of zero. */
    private static void values(GgufTensor tensor, OutputStream out) throws IOException {
        if (tensor.type() == GgmlType.F16) {
            new RandomWeights(tensor.name().hashCode(), 1 / Math.sqrt(tensor.rowLength()))
                    .write(out, tensor.elements());
        } else {
            for (long i = 0; i < tensor.elements(); i++) {
                out.write(new LittleEndian()
                        .float32(tensor.name().endsWith(".bias") ? 0 : 1)
                        .toByteArray());
            }
        }
    }
}
