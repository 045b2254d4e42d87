package io.kanoa.thorgate.engine.vllm.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.Invocation;
import io.kanoa.thorgate.engine.Launcher;
import io.kanoa.thorgate.engine.ReportedFigure;
import io.kanoa.thorgate.engine.SecondOpinion;
import io.kanoa.thorgate.engine.SecondOpinionSource;
import io.kanoa.thorgate.engine.server.FakeHosted;
import io.kanoa.thorgate.engine.server.Servings;
import io.kanoa.thorgate.engine.vllm.Captured;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.stream.Dialect;
import io.kanoa.thorgate.stream.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarksTest {

    private static final SecondOpinionSource.Shape SHAPE = new SecondOpinionSource.Shape(256, 16, 4);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Endpoint ENDPOINT =
            new Endpoint(URI.create("http://127.0.0.1:8123"), Dialect.OPENAI_CHAT, Servings.MODEL);

    @TempDir
    private Path folder;

    private final List<Invocation> runs = new ArrayList<>();

    @Test
    void serve_asksOneAtATime_forTheSameShape_ofTheRunningServer() {
        ask(Servings.PROGRAM, 0, Captured.words("serve.json"));

        assertThat(runs.get(0).program()).containsExactly("vllm", "bench", "serve");
        assertThat(runs.get(0).arguments())
                .containsSequence("--base-url", "http://127.0.0.1:8123")
                .containsSequence("--model", Servings.SOURCE, "--served-model-name", Servings.MODEL)
                .containsSequence("--random-input-len", "256", "--random-output-len", "16", "--num-prompts", "4")
                .containsSequence("--max-concurrency", "1", "--ignore-eos");
    }

    @Test
    void serve_resultIsReadWithFormulas() {
        SecondOpinion opinion = ask(Servings.PROGRAM, 0, Captured.words("serve.json"));

        assertThat(opinion.tool()).isEqualTo("vllm bench serve");
        assertFigure(opinion, "time_to_first_token mean", 87.21300950037403);
        assertFigure(opinion, "time_to_first_token median", 89.98869700008072);
        assertFigure(opinion, "time_to_first_token p99", 128.23946563050413);
        assertFigure(opinion, "time_per_output_token mean", 4.565171266676771);
        assertFigure(opinion, "inter_chunk_latency p99", 26.305082210310484);
        assertFigure(opinion, "request_latency median", 137.12540950109542);
        assertFigure(opinion, "input_sequence_length mean", 256);
        assertThat(opinion.figures())
                .allSatisfy(figure -> assertThat(figure.n()).isEqualTo(4))
                .anySatisfy(figure -> {
                    assertThat(figure.formula()).contains("/ (output tokens - 1)");
                    assertThat(figure.ours()).contains(Metric.TIME_PER_OUTPUT_TOKEN);
                });
    }

    @Test
    void serve_withFailedRequests_isNoOpinion() {
        assertThatThrownBy(() -> ask(Servings.PROGRAM, 0, "{\"completed\": 3, \"failed\": 1}"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("1 failed");
    }

    @Test
    void latency_loadsTheModelAsTheEngineDoes() {
        Servings servings = Servings.PROGRAM.withContext(2048).withArguments(List.of("--dtype", "half"), List.of());
        SecondOpinion opinion = ask(
                servings,
                1,
                "{\"avg_latency\": 0.5, \"latencies\": [0.4, 0.6], \"percentiles\": {\"50\": 0.5, \"90\": 0.58}}");

        assertThat(runs.get(0).program()).containsExactly("vllm", "bench", "latency");
        assertThat(runs.get(0).arguments())
                .startsWith("--model", Servings.SOURCE, "--max-model-len", "2048", "--no-enable-prefix-caching")
                .containsSequence("--dtype", "half", "--input-len", "256", "--output-len", "16", "--batch-size", "1")
                .containsSequence("--num-iters", "4");
        assertFigure(opinion, "request_latency mean", 500);
        assertFigure(opinion, "request_latency p90", 580);
        assertThat(opinion.figures()).extracting(ReportedFigure::n).containsOnly(2L);
    }

    @Test
    void onlyTheOfflineTool_wantsTheEngineGone() {
        assertThat(sources(Servings.PROGRAM, ""))
                .extracting(SecondOpinionSource::wantsEngineGone)
                .containsExactly(false, true);
    }

    @Test
    void container_seesTheResultsFolder_andSharesOurNetwork() {
        Launch engine = new Launch.Container(
                "image",
                Optional.of("podman"),
                List.of(),
                List.of("--runtime", "nvidia"),
                List.of("vllm", "serve"),
                true);
        ask(Servings.PROGRAM.by(engine), 0, Captured.words("serve.json"));

        assertThat(runs.get(0).launch())
                .isEqualTo(new Launch.Container(
                        "image",
                        Optional.of("podman"),
                        List.of(),
                        List.of("--runtime", "nvidia", "--volume", folder + ":" + folder),
                        List.of(),
                        false));
    }

    @Test
    void toolThatLeavesNothing_failsWithItsLastWords() {
        assertThatThrownBy(() -> ask(Servings.PROGRAM, 0, ""))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("ended with exit code 2")
                .hasMessageContaining("unrecognized arguments");
    }

    @Test
    void toolThatDoesNotEnd_isEnded() {
        Hosted endless = FakeHosted.running(List.of("vllm"), List.of("still at it"), () -> {});
        assertThatThrownBy(() -> sources(Servings.PROGRAM, new Written("", endless))
                        .get(0)
                        .ask(SHAPE, Duration.ofMillis(200)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("did not end")
                .hasMessageContaining("still at it");
        assertThat(endless.isAlive()).isFalse();
    }

    private SecondOpinion ask(Servings servings, int source, String result) {
        return sources(servings, result).get(source).ask(SHAPE, SOON);
    }

    private List<SecondOpinionSource> sources(Servings servings, String result) {
        return sources(servings, new Written(result, FakeHosted.ended(2, "error: unrecognized arguments: --x")));
    }

    private List<SecondOpinionSource> sources(Servings servings, Launcher launcher) {
        return new VllmBenchmarks(launcher, folder, servings.serving(), ENDPOINT).sources();
    }

    private static void assertFigure(SecondOpinion opinion, String name, double value) {
        assertThat(opinion.figures())
                .filteredOn(figure -> figure.name().equals(name))
                .singleElement()
                .satisfies(figure -> assertThat(figure.value()).isCloseTo(value, within(1e-9)));
    }

    /** Writes a result where the tool was told to, and gives a program in its place. */
    private final class Written implements Launcher {

        private final String result;
        private final Hosted program;

        Written(String result, Hosted program) {
            this.result = result;
            this.program = program;
        }

        @Override
        public void prepare(Invocation invocation) {}

        @Override
        public Hosted launch(Invocation invocation) {
            runs.add(invocation);
            try {
                Files.writeString(resultFile(invocation.arguments()), result);
                return program;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Path resultFile(List<String> arguments) {
            int latency = arguments.indexOf("--output-json");
            return latency >= 0
                    ? Path.of(arguments.get(latency + 1))
                    : Path.of(after(arguments, "--result-dir"), after(arguments, "--result-filename"));
        }

        private String after(List<String> arguments, String flag) {
            return arguments.get(arguments.indexOf(flag) + 1);
        }
    }
}
