package io.kanoa.thorgate.weights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Headers of GGUF files. */
public final class GgufTarget extends ModelTarget {

    public GgufTarget() {
        super("model.gguf");
    }

    @Override
    public String name() {
        return "gguf";
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(small(), Arrays.copyOf(standIn(), 3000), Arrays.copyOf(small(), 24));
    }

    @Override
    public List<Supplier<byte[]>> hostile() {
        return List.of(
                GgufTarget::standIn,
                () -> begun(0, 100_000).toByteArray(),
                () -> begun(1_000_000, 0).toByteArray(),
                () -> filled(begun(0, 100_000), out -> out.text("").int32(0).int8(1)),
                () -> filled(begun(0, 100_000), out -> out.text("k").int32(8).text("v")),
                () -> filled(
                        begun(1_000_000, 0),
                        out -> out.text("").int32(0).int32(0).int64(0)),
                () -> filled(begun(0, 1).text("k").int32(9).int32(8).int64(Integer.MAX_VALUE), out -> out.int64(0)),
                () -> filled(begun(0, 1).text("k").int32(9).int32(0).int64(1_000_000), out -> out.int8(0)),
                () -> filled(begun(0, 1).text("k").int32(8).int64(1 << 19), out -> out.int8(0)));
    }

    private static byte[] small() {
        GgufMetadata metadata = new GgufMetadata()
                .text("general.architecture", "llama")
                .number("llama.block_count", 2)
                .number("llama.attention.head_count", 4)
                .number("llama.attention.head_count_kv", 2)
                .number("llama.embedding_length", 32)
                .texts("tokenizer.ggml.tokens", List.of("a", "b"))
                .numbers("tokenizer.ggml.token_type", List.of(1, 2))
                .real("llama.rope.freq_base", 1e4f)
                .flag("tokenizer.ggml.add_bos_token", true);
        return written(new GgufWriter(
                metadata,
                List.of(
                        new GgufTensor("token_embd.weight", GgmlType.F16, List.of(32, 2)),
                        new GgufTensor("blk.0.attn_q.weight", GgmlType.Q8_0, List.of(32, 1)))));
    }

    private static byte[] written(GgufWriter writer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(out, (tensor, to) -> to.write(new byte[(int) tensor.bytes()]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] standIn() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new StandInWriter(StandIns.TINY).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static LittleEndian begun(long tensors, long entries) {
        return new LittleEndian()
                .int32(GgufWriter.MAGIC)
                .int32(3)
                .int64(tensors)
                .int64(entries);
    }

    private static byte[] filled(LittleEndian begun, Consumer<LittleEndian> one) {
        IntStream.range(0, 40_000).forEach(i -> one.accept(begun));
        return begun.toByteArray();
    }
}
