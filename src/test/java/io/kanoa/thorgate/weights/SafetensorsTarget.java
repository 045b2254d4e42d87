package io.kanoa.thorgate.weights;

import io.kanoa.thorgate.fuzz.Seeds;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Headers of safetensors files. */
public final class SafetensorsTarget extends ModelTarget {

    private static final int TENSORS = 12_000;

    public SafetensorsTarget() {
        super("model.safetensors");
    }

    @Override
    public String name() {
        return "safetensors";
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>(Seeds.resources(
                "weights/single/model.safetensors",
                "weights/awq/model.safetensors",
                "weights/sharded/model-00002-of-00002.safetensors"));
        seeds.add(file(
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[2,2],\"data_offsets\":[0,8]},\"__metadata__\":{\"k\":\"v\"}}",
                8));
        return seeds;
    }

    @Override
    public List<Supplier<byte[]>> hostile() {
        return List.of(
                () -> file(tensors(i -> "t" + i), 0),
                () -> file(tensors(i -> "t"), 0),
                () -> file("{\"a\":{\"shape\":[" + "1,".repeat(400_000) + "1]}}", 0),
                () -> file("{\"a\":{\"shape\":[" + "9".repeat(900_000) + "]}}", 0),
                () -> file("{\"a\":{\"shape\":[1e999999999]}}", 0),
                () -> file("{\"__metadata__\":{" + "\"k\":[],".repeat(100_000) + "\"z\":1}}", 0),
                () -> file("{\"__metadata__\":" + "[".repeat(900_000), 0));
    }

    private static String tensors(IntFunction<String> name) {
        return IntStream.range(0, TENSORS)
                .mapToObj(i -> "\"" + name.apply(i) + "\":{\"dtype\":\"F16\",\"shape\":[0],\"data_offsets\":[0,0]}")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static byte[] file(String header, int dataBytes) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + json.length + dataBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
    }
}
