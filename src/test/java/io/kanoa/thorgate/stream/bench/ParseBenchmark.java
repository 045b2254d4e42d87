package io.kanoa.thorgate.stream.bench;

import io.kanoa.thorgate.stream.Chunk;
import io.kanoa.thorgate.stream.Dialect;
import io.kanoa.thorgate.stream.Endpoint;
import io.kanoa.thorgate.stream.GenerationRequest;
import io.kanoa.thorgate.stream.ReadingProbe;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one token event costs between the socket and the timeline: framing, JSON, recording, and its share of the
 * timeline. Run with {@code -prof gc} for the bytes allocated per event.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ParseBenchmark {

    private static final int EVENTS = 1_000;

    /** Who sends the events. */
    public enum Engine {
        VLLM(
                Dialect.OPENAI_CHAT,
                "data: {\"id\":\"chatcmpl-4f6e2b1c9d8a4c57\",\"object\":\"chat.completion.chunk\",\"created\":1764000000,"
                        + "\"model\":\"allenai/Olmo-3-32B-Think\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\" token\"},"
                        + "\"logprobs\":null,\"finish_reason\":null}],\"usage\":{\"prompt_tokens\":4096,"
                        + "\"total_tokens\":4200,\"completion_tokens\":104}}\n\n"),
        LLAMA_SERVER(
                Dialect.OPENAI_CHAT,
                "data: {\"choices\":[{\"finish_reason\":null,\"index\":0,\"delta\":{\"content\":\" token\"}}],"
                        + "\"created\":1764000000,\"id\":\"chatcmpl-Zk3\",\"model\":\"m\",\"system_fingerprint\":\"b6900\","
                        + "\"object\":\"chat.completion.chunk\"}\n\n"),
        OLLAMA(
                Dialect.OLLAMA_CHAT,
                "{\"model\":\"llama3.1\",\"created_at\":\"2026-11-22T20:00:00.123456789Z\","
                        + "\"message\":{\"role\":\"assistant\",\"content\":\" token\"},\"done\":false}\n");

        private final Dialect dialect;
        private final byte[] event;

        Engine(Dialect dialect, String event) {
            this.dialect = dialect;
            this.event = event.getBytes(StandardCharsets.UTF_8);
        }
    }

    @Param
    private Engine engine = Engine.VLLM;

    private GenerationRequest request = request(Engine.VLLM);

    /** The request whose answer is read. */
    @Setup
    public void prepare() {
        request = request(engine);
    }

    /** A thousand token events. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public List<Chunk> tokenEvent() throws IOException {
        return ReadingProbe.read(request, engine.event, EVENTS);
    }

    private static GenerationRequest request(Engine engine) {
        Endpoint endpoint = new Endpoint(URI.create("http://127.0.0.1:1"), engine.dialect, "m");
        return new GenerationRequest(endpoint, "", -1, EVENTS, 0, Duration.ofSeconds(1), false);
    }
}
