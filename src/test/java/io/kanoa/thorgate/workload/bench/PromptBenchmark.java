package io.kanoa.thorgate.workload.bench;

import com.sun.management.ThreadMXBean;
import io.kanoa.thorgate.stream.Dialect;
import io.kanoa.thorgate.stream.Endpoint;
import io.kanoa.thorgate.workload.Questions;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * Time and memory for prompts of 131072 tokens from a server that runs: arguments are its URL and the model's name, e.g.
 * {@code http://127.0.0.1:8080 default}. Asks for its tokenizer only, but for one short request.
 */
public final class PromptBenchmark {

    private static final int TOKENS = 131_072;
    private static final int PROMPTS = 10;

    private PromptBenchmark() {}

    /** Prints a line a prompt. */
    public static void main(String[] arguments) {
        Endpoint endpoint = new Endpoint(URI.create(arguments[0]), Dialect.OPENAI_CHAT, arguments[1]);
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Questions questions = new Questions(endpoint, 1, Duration.ofSeconds(30));
                PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8)) {
            for (int i = 0; i < PROMPTS; i++) {
                long allocated = memory.getCurrentThreadAllocatedBytes();
                long start = System.nanoTime();
                int length = questions.make(1, TOKENS).get(0).length();
                out.printf(
                        Locale.ROOT,
                        "%d characters in %.0f ms, %.1f MB allocated%n",
                        length,
                        (System.nanoTime() - start) / 1e6,
                        (memory.getCurrentThreadAllocatedBytes() - allocated) / 1e6);
            }
        }
    }
}
