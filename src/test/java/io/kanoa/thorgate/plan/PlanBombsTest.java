package io.kanoa.thorgate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans that are small on the disk and large to those who read them carelessly. */
class PlanBombsTest {

    private static final int ROOM = 1 << 18;

    @TempDir
    private Path folder;

    /** Reads a plan, and tells the milliseconds of the processor that it took and what was said. */
    public static final class Reader {

        private Reader() {}

        public static void main(String[] arguments) {
            refusal(Path.of(arguments[0]));
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long begin = threads.getCurrentThreadCpuTime();
            String refusal = refusal(Path.of(arguments[0]));
            Duration taken = Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin);
            System.out.println(taken.toMillis() + " " + refusal);
        }

        private static String refusal(Path plan) {
            try {
                return "a plan with profiles " + PlanReader.profiles(plan);
            } catch (PlanException e) {
                return e.getMessage();
            }
        }
    }

    static Stream<Arguments> bombs() {
        String laughs = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
                + IntStream.range(1, 10)
                        .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(8) + "*a" + (i - 1)
                                + "]\n")
                        .collect(Collectors.joining());
        return Stream.of(
                Arguments.of("a billion laughs", laughs, "aliases"),
                Arguments.of("brackets", "a: " + "[".repeat(ROOM - 3), "epth"),
                Arguments.of("braces", "a: " + "{a: ".repeat((ROOM - 3) / 4), "epth"),
                Arguments.of("an alias within itself", "a: &a [*a, *a]", "unknown key"),
                Arguments.of("a key as long as the file", "\"" + "k".repeat(ROOM - 5) + "\": 1", "not valid YAML"),
                Arguments.of("a value as long as the file", "plan: " + "v".repeat(ROOM - 6), "is longer than"),
                Arguments.of(
                        "many keys",
                        IntStream.range(0, 30_000).mapToObj(i -> i + "k: \n").collect(Collectors.joining()),
                        "30000 entries"),
                Arguments.of("one key again and again", "a: \n".repeat(ROOM / 4), "65536 entries"),
                Arguments.of("many documents", "---\na: 1\n".repeat(ROOM / 9), "document"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void bomb_isRefusedWithinASecondAnd64Megabytes(String name, String text, String problem) throws Exception {
        String answer = read(Files.writeString(folder.resolve("targets.yaml"), text));

        assertThat(answer).contains(problem).doesNotContain("OutOfMemory").hasSizeLessThan(20_000);
        assertThat(Integer.parseInt(answer.substring(0, answer.indexOf(' ')))).isLessThan(1_000);
    }

    private static String read(Path plan) throws IOException, InterruptedException {
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reader.class.getName(),
                        plan.toString())
                .redirectErrorStream(true)
                .start();
        try {
            String answer = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(reader.waitFor(120, TimeUnit.SECONDS)).isTrue();
            return answer;
        } finally {
            reader.destroyForcibly();
        }
    }
}
