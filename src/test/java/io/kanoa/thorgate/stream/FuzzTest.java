package io.kanoa.thorgate.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A million lines that are random, or proper ones with bytes changed, end in the declared exception or not at all. */
class FuzzTest {

    private static final int LINES = 500_000;
    private static final List<byte[]> SEEDS = Stream.of(
                    Events.content("Hello \\u00e9\\ud83d"),
                    Events.reasoning("\u00fc\ud83d\ude80"),
                    Events.finish("length"),
                    Events.usage(12, 3),
                    Events.data("{\"timings\":{\"prompt_n\":4,\"prompt_ms\":1.5e3,\"predicted_n\":9}}"),
                    Events.data("{\"error\":{\"message\":\"no\"}}"),
                    Events.DONE,
                    ": comment\n\n",
                    Events.ollamaChat("\"content\":\"a\",\"tool_calls\":[{\"function\":{\"name\":\"f\"}}]"),
                    Events.ollamaEnd(4, 5))
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toList();

    private final Random random = new Random(42);
    private int malformed;
    private int over;

    @ParameterizedTest
    @EnumSource(names = {"OPENAI_CHAT", "OLLAMA_CHAT"})
    void onlyTheDeclaredExceptionComes(Dialect dialect) throws Exception {
        // on a thread of its own: a test's deep stack makes half a million exceptions slow
        CompletableFuture.runAsync(() -> readNoise(dialect)).get();

        assertThat(malformed).isBetween(LINES / 100, LINES);
        assertThat(over).isBetween(LINES / 100, LINES);
    }

    private void readNoise(Dialect dialect) {
        try {
            AnswerReader reader = reader(dialect);
            for (int i = 0; i < LINES; i++) {
                if (!survives(reader, line(), i)) {
                    reader.close();
                    reader = reader(dialect);
                }
            }
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("not the declared exception", e);
        }
    }

    private boolean survives(AnswerReader reader, byte[] line, int number) throws IOException {
        try {
            boolean more = reader.read(line, line.length, number, number);
            over += more ? 0 : 1;
            return more;
        } catch (MalformedStreamException declared) {
            malformed++;
            return false;
        }
    }

    private AnswerReader reader(Dialect dialect) throws IOException {
        Endpoint endpoint = new Endpoint(URI.create("http://127.0.0.1:1"), dialect, "m");
        return new AnswerReader(
                new GenerationRequest(endpoint, "", -1, 100, 0, Duration.ofSeconds(1), random.nextBoolean()));
    }

    private byte[] line() {
        if (random.nextInt(20) == 0) {
            byte[] noise = new byte[random.nextInt(100)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] line = SEEDS.get(random.nextInt(SEEDS.size())).clone();
        for (int changes = random.nextInt(12) - 9; changes > 0; changes--) {
            line[random.nextInt(line.length)] = (byte) random.nextInt(256);
        }
        return line;
    }
}
