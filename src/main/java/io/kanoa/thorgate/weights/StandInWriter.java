package io.kanoa.thorgate.weights;

import io.kanoa.thorgate.plan.StandIn;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a stand-in: a Llama-architecture GGUF with matrices of random weights, F16 unless asked otherwise, and F32 norms of one. Matrices are
 * scaled with the square root of their inputs, so that activations stay finite however deep the model is. The same
 * stand-in always gives the same bytes.
 */
public final class StandInWriter {

    private static final float RMS_EPSILON = 1e-5f;

    private final StandIn shape;
    private final GgufMixture mixture;
    private final GgufWriter file;

    /** @throws IllegalArgumentException if the shape is not one that a Llama model can have */
    public StandInWriter(StandIn shape) {
        this(shape, GgufMixture.F16);
    }

    /**
     * @param mixture of types that its layers' matrices are stored in
     * @throws IllegalArgumentException if the shape is not one that a Llama model can have, or its rows are not made of whole
     *     blocks of these types
     */
    public StandInWriter(StandIn shape, GgufMixture mixture) {
        this.shape = StandInShape.checked(shape);
        this.mixture = mixture;
        this.file = new GgufWriter(metadata(), tensors());
    }

    /** Bytes of the file. */
    public long size() {
        return file.size();
    }

    /** Writes the whole file; the stream is not closed. */
    public void write(OutputStream out) throws IOException {
        file.write(out, this::writeTensor);
    }

    private GgufMetadata metadata() {
        GgufMetadata result = new GgufMetadata()
                .text("general.architecture", "llama")
                .text("general.name", "Thor Gate stand-in with random weights")
                .number("general.file_type", mixture.fileType())
                .number("llama.vocab_size", StandInVocabulary.SIZE)
                .number("llama.context_length", shape.context())
                .number("llama.embedding_length", shape.width())
                .number("llama.block_count", shape.layers())
                .number("llama.feed_forward_length", shape.feedForward())
                .number("llama.rope.dimension_count", shape.width() / shape.heads())
                .number("llama.attention.head_count", shape.heads())
                .number("llama.attention.head_count_kv", shape.keyValueHeads())
                .real("llama.attention.layer_norm_rms_epsilon", RMS_EPSILON);
        return withTokenizer(result);
    }

    private static GgufMetadata withTokenizer(GgufMetadata metadata) {
        StandInVocabulary vocabulary = new StandInVocabulary();
        return metadata.text("tokenizer.ggml.model", "llama")
                .texts("tokenizer.ggml.tokens", vocabulary.tokens())
                .reals("tokenizer.ggml.scores", vocabulary.scores())
                .numbers("tokenizer.ggml.token_type", vocabulary.types())
                .number("tokenizer.ggml.unknown_token_id", StandInVocabulary.UNKNOWN)
                .number("tokenizer.ggml.bos_token_id", StandInVocabulary.BEGIN)
                .number("tokenizer.ggml.eos_token_id", StandInVocabulary.END)
                .flag("tokenizer.ggml.add_bos_token", false)
                .flag("tokenizer.ggml.add_eos_token", false)
                .flag("tokenizer.ggml.add_space_prefix", false);
    }

    private List<GgufTensor> tensors() {
        List<GgufTensor> result = new ArrayList<>();
        result.add(matrix("token_embd", shape.width(), StandInVocabulary.SIZE));
        for (int layer = 0; layer < shape.layers(); layer++) {
            addLayer("blk." + layer + ".", result);
        }
        result.add(norm("output_norm"));
        result.add(matrix("output", shape.width(), StandInVocabulary.SIZE));
        return result;
    }

    private void addLayer(String prefix, List<GgufTensor> tensors) {
        int keyValueWidth = shape.width() / shape.heads() * shape.keyValueHeads();
        tensors.add(norm(prefix + "attn_norm"));
        tensors.add(matrix(prefix + "attn_q", shape.width(), shape.width()));
        tensors.add(matrix(prefix + "attn_k", shape.width(), keyValueWidth));
        tensors.add(matrix(prefix + "attn_v", shape.width(), keyValueWidth));
        tensors.add(matrix(prefix + "attn_output", shape.width(), shape.width()));
        tensors.add(norm(prefix + "ffn_norm"));
        tensors.add(matrix(prefix + "ffn_gate", shape.width(), shape.feedForward()));
        tensors.add(matrix(prefix + "ffn_up", shape.width(), shape.feedForward()));
        tensors.add(matrix(prefix + "ffn_down", shape.feedForward(), shape.width()));
    }

    private GgufTensor matrix(String name, int inputs, int outputs) {
        return new GgufTensor(name + ".weight", mixture.typeOf(name), List.of(inputs, outputs));
    }

    private GgufTensor norm(String name) {
        return new GgufTensor(name + ".weight", GgmlType.F32, List.of(shape.width()));
    }

    private void writeTensor(GgufTensor tensor, OutputStream out) throws IOException {
        if (tensor.type() == GgmlType.F32) {
            out.write(ones(tensor));
            return;
        }
        // Output rows of zero keep the score of tokens without visible text in the middle of all others, out of reach
        // of a sampler that looks at the best only.
        long silent =
                tensor.name().equals("output.weight") ? (long) StandInVocabulary.FIRST_VISIBLE * tensor.rowLength() : 0;
        out.write(new byte[Math.toIntExact(tensor.type().bytes(tensor.rowLength(), silent))]);
        writeRandom(tensor, tensor.elements() - silent, out);
    }

    private void writeRandom(GgufTensor tensor, long elements, OutputStream out) throws IOException {
        long seed = shape.seed() * 31 + tensor.name().hashCode();
        if (tensor.type() == GgmlType.F16) {
            random(tensor, seed).write(out, elements);
        } else {
            new RandomBlocks(tensor.type(), seed).write(out, tensor.rowLength(), elements);
        }
    }

    private static RandomWeights random(GgufTensor tensor, long seed) {
        boolean embedding = tensor.name().equals("token_embd.weight");
        return new RandomWeights(seed, embedding ? 1 : 1 / Math.sqrt(tensor.rowLength()));
    }

    private static byte[] ones(GgufTensor tensor) {
        ByteBuffer result = ByteBuffer.allocate(Math.toIntExact(tensor.bytes())).order(ByteOrder.LITTLE_ENDIAN);
        while (result.hasRemaining()) {
            result.putFloat(1);
        }
        return result.array();
    }
}
