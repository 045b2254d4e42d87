package io.kanoa.thorgate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Holds targets.yaml to the user's plan. */
class ShippedPlanTest {

    private static final String POWER = "vin_average_power < 100 W";
    private static final String READING_SPEED = "output_token_throughput_per_user > 50 tok/s";
    private static final String QUICK = "time_to_first_token < 10 s";

    private final Plan thor = PlanReader.read(PlanFiles.SHIPPED, "thor");
    private final Plan local = PlanReader.read(PlanFiles.SHIPPED, "local");
    private final Plan embedded = PlanReader.read(PlanFiles.SHIPPED, "embedded");

    @Test
    void profiles_areThorEmbeddedAndLocal() {
        assertThat(PlanReader.profiles(PlanFiles.SHIPPED)).containsExactly("thor", "embedded", "local");
        assertThat(thor.title()).isEqualTo("Jetson Thor Model Evaluation");
        assertThat(thor.profile()).isEqualTo("thor");
        assertThat(embedded.profile()).isEqualTo("embedded");
    }

    @Test
    void thor_hasEveryRowAndTargetOfThePlan() {
        assertThat(lines(thor))
                .containsExactly(
                        "A1@4k llama-4-maverick-17b on vllm, 4096: " + READING_SPEED + "; " + POWER,
                        "A1@32k llama-4-maverick-17b on vllm, 32768: " + READING_SPEED + "; " + POWER,
                        "A1@128k llama-4-maverick-17b on vllm, 131072: " + READING_SPEED + "; " + POWER,
                        "A2@8k olmo-3-32b-think on vllm, 8192: output_token_throughput_per_user > 30 tok/s; " + POWER,
                        "A2@32k olmo-3-32b-think on vllm, 32768: output_token_throughput_per_user > 30 tok/s; " + POWER,
                        "A3@4k molmo-72b on vllm, 4032: output_token_throughput_per_user > 15 tok/s; " + POWER,
                        "A4@4k ministral-3-14b on vllm, 4096: output_token_throughput_per_user > 80 tok/s; " + POWER,
                        "B1 llama-4-maverick-17b on vllm beside ministral-3-14b on vllm, 4096:"
                                + " inter_token_latency_degradation < 1.5 x; time_to_first_token_degradation < 2 x;"
                                + " background_completion_ratio >= 95 %; background_backlog_peak < 8 requests;"
                                + " out_of_memory_kills < 1 processes; "
                                + POWER + "; " + READING_SPEED,
                        "B2 llama-4-maverick-17b on vllm beside pgvector, 4096: memory_available_min > 8 GB;"
                                + " inter_token_latency_degradation < 1.5 x; time_to_first_token_degradation < 2 x;"
                                + " vector_query_latency_alone p95 < 50 ms; vector_query_latency p95 < 100 ms;"
                                + " vector_query_completion_ratio >= 95 %; vector_search_recall >= 90 %;"
                                + " vector_index_build_time < 600 s; retrieval_to_first_token < 2 s; " + POWER
                                + "; " + READING_SPEED,
                        "C1@restart llama-4-maverick-17b on vllm -> olmo-3-32b-think on vllm: model_swap_time < 5 s",
                        "C1@sleep-2 llama-4-maverick-17b on vllm -> olmo-3-32b-think on vllm: model_swap_time < 5 s",
                        "C2@restart llama-4-maverick-17b on vllm -> molmo-72b on vllm: model_swap_time < 10 s",
                        "C2@sleep-2 llama-4-maverick-17b on vllm -> molmo-72b on vllm: model_swap_time < 10 s",
                        "D1@vllm llama-4-maverick-17b on vllm, 4096: " + POWER + "; " + READING_SPEED,
                        "D1@ollama llama-4-maverick-17b on ollama, 4096: " + POWER + "; " + READING_SPEED,
                        "D2 [FP4, AWQ] on ollama: formats_served >= 100 %",
                        "R1@chat llama-4-maverick-17b on vllm, 1280: time_to_first_token < 2 s; " + POWER + "; "
                                + READING_SPEED,
                        "R2@coding olmo-3-32b-think on vllm, 5120: output_token_throughput_per_user > 30 tok/s; "
                                + POWER,
                        "R3@vision molmo-72b on vllm, 2560: output_token_throughput_per_user > 15 tok/s; " + POWER,
                        "R4@vision llama-4-maverick-17b on vllm, 2560: " + POWER + "; " + READING_SPEED);
        assertThat(thor.outside()).isEmpty();
    }

    @Test
    void thor_asksMolmoForImageAndText_withinTheContext() {
        assertThat(shape(thor, "A3@4k"))
                .isEqualTo(new WorkShape("", List.of(), false, new Images(List.of(1), 640, 480, 1024)));
        assertThat(shape(embedded, "A3@4k")).isEqualTo(WorkShape.PLAIN);
        assertThat(shape(local, "A3@4k")).isEqualTo(WorkShape.PLAIN);
    }

    @Test
    void roles_askWhatTheirWorkloadsSay() {
        assertThat(shape(thor, "R2@coding"))
                .isEqualTo(new WorkShape("coding", List.of("coding", "deep reasoning"), true, Images.NONE));
        assertThat(shape(thor, "R3@vision").images()).hasToString("0, 1 or 2 images of 640 x 480");
        assertThat(row(thor, "R2@coding").sampling().outputTokens()).isEqualTo(1024);
        assertThat(row(thor, "R2@coding").sampling().thinkTime()).isEqualTo(Duration.ofSeconds(5));
        assertThat(row(thor, "R2@coding").sampling().requests()).isEqualTo(400);
        assertThat(row(embedded, "R1@chat").sampling().outputTokens()).isEqualTo(16);
        assertThat(row(embedded, "R2@coding").work().servings().get(0).model().id())
                .isEqualTo("olmo-3-32b-think");
    }

    @Test
    void thor_isTheDeviceOfThePlan() {
        assertThat(thor.device())
                .isEqualTo(new DeviceSpec(
                        "jetson-agx-thor",
                        new Quantity(128, Unit.GIGABYTES),
                        new Quantity(273, Unit.GIGABYTES_PER_SECOND),
                        ">= 7.0",
                        "MAXN"));
    }

    @Test
    void thor_servesTheFourModelsThemselves() {
        assertThat(thor.models().values())
                .extracting(Model::id, Model::title, Model::roles, Model::source, Model::precision)
                .containsExactly(
                        tuple(
                                "llama-4-maverick-17b",
                                "Llama 4 Maverick 17B",
                                List.of("general interaction", "multimodal"),
                                "meta-llama/Llama-4-Maverick-17B-128E-Instruct",
                                "BF16"),
                        tuple(
                                "olmo-3-32b-think",
                                "Olmo 3 32B Think",
                                List.of("deep reasoning", "coding"),
                                "allenai/Olmo-3-32B-Think",
                                "BF16"),
                        tuple(
                                "molmo-72b",
                                "Molmo 72B",
                                List.of("scientific vision"),
                                "allenai/Molmo-72B-0924",
                                "AWQ 4-bit"),
                        tuple(
                                "ministral-3-14b",
                                "Ministral 3 14B",
                                List.of("background monitoring"),
                                "mistralai/Ministral-3-14B-Instruct-2512",
                                "BF16"));
        assertThat(thor.models().values()).noneMatch(Model::isSubstitute).allMatch(model -> model.standIn() == null);
    }

    @Test
    void thor_servesVllmFromTheContainerOfTheJetson() {
        Serving serving = row(thor, "A2@32k").work().servings().get(0);

        assertThat(serving.engine().launch()).isInstanceOfSatisfying(Launch.Container.class, container -> {
            assertThat(container.image()).isEqualTo("ghcr.io/nvidia-ai-iot/vllm:latest-jetson-thor");
            assertThat(container.runArguments()).startsWith("--runtime", "nvidia", "--ipc", "host", "-v");
            assertThat(container.command()).containsExactly("vllm", "serve");
            assertThat(container.ownNetwork()).isFalse();
        });
        assertThat(serving.arguments()).containsExactly("--dtype", "bfloat16", "--gpu-memory-utilization", "0.70");
        assertThat(serving.context()).hasValue(32_768 + 64);
        assertThat(row(thor, "D1@ollama").work().servings().get(0).engine().launch())
                .isEqualTo(new Launch.Program(Optional.empty()));
    }

    @Test
    void thor_neighboursShareTheMemory() {
        double fractions = row(thor, "B1").work().servings().stream()
                .mapToDouble(ShippedPlanTest::memoryFraction)
                .sum();

        assertThat(fractions).isLessThanOrEqualTo(0.95);
    }

    @Test
    void local_runsScenariosOnWhatIsFound() {
        assertThat(lines(local))
                .startsWith("A1@4k llama-4-maverick-17b on vllm, 96: output_token_throughput_per_user > 4 tok/s; "
                        + "time_to_first_token < 20 s")
                .contains("D1@ollama llama-4-maverick-17b on ollama, 96:"
                        + " output_token_throughput_per_user > 4 tok/s; time_to_first_token < 20 s")
                .contains("D2@ollama [FP16, BF16, FP8, FP4, AWQ, GPTQ, Q8_0, Q4_0, Q4_K_M] on ollama:"
                        + " formats_served >= 20 %")
                .endsWith("R2@coding olmo-3-32b-think on vllm, 320: output_token_throughput_per_user > 4 tok/s; "
                        + "time_to_first_token < 20 s");
        assertThat(local.rows())
                .extracting(Row::id)
                .containsExactly(
                        "A1@4k",
                        "A1@32k",
                        "A1@128k",
                        "A2@8k",
                        "A2@32k",
                        "A3@4k",
                        "A4@4k",
                        "B1",
                        "B2",
                        "C1@restart",
                        "C1@resident",
                        "C2@restart",
                        "C2@resident",
                        "D1@vllm",
                        "D1@llama-server",
                        "D1@ollama",
                        "D2@vllm",
                        "D2@llama-server",
                        "D2@ollama",
                        "R1@chat",
                        "R2@coding");
        assertThat(local.outside())
                .extracting(OutsideRow::id)
                .containsExactly("C1@keep-alive", "C2@keep-alive", "R3", "R4");
    }

    @Test
    void local_servesSmallModelsThatSayForWhomTheyStand() {
        assertThat(local.models().values())
                .extracting(Model::title, Model::inPlaceOf)
                .containsExactly(
                        tuple("SmolLM2 135M Instruct", "Llama 4 Maverick 17B"),
                        tuple("SmolLM2 360M Instruct", "Olmo 3 32B Think"),
                        tuple("SmolLM2 360M Instruct", "Molmo 72B"),
                        tuple("SmolLM2 360M Instruct", "Ministral 3 14B"));
        assertThat(local.rows())
                .filteredOn(row -> row.id().startsWith("D1"))
                .extracting(row -> row.work().servings().get(0).modelName())
                .containsExactly(
                        "HuggingFaceTB/SmolLM2-135M-Instruct",
                        "unsloth/SmolLM2-135M-Instruct-GGUF:F16",
                        "smollm2:135m");
    }

    @Test
    void local_withOneEngine_leavesTheOthersRowsOutside() {
        Surroundings onlyLlama = Surroundings.ofThisProcess()
                .withMissing(
                        engine -> Optional.of("none").filter(x -> !engine.id().equals("llama-server")));

        Plan plan = PlanReader.read(PlanFiles.SHIPPED, "local", onlyLlama);

        assertThat(plan.rows())
                .hasSize(17)
                .flatExtracting(row -> row.work().servings())
                .extracting(serving -> serving.engine().id())
                .containsOnly("llama-server");
        assertThat(plan.outside())
                .extracting(OutsideRow::id)
                .containsExactly(
                        "C1@keep-alive", "C2@keep-alive", "D1@vllm", "D1@ollama", "D2@vllm", "D2@ollama", "R3", "R4");
    }

    @Test
    void scenarios_haveTheTitlesOfThePlan() {
        assertThat(thor.scenarios().values())
                .containsExactly(
                        new Scenario("A", "Baseline performance (single model)"),
                        new Scenario("B", "Concurrent execution (multi-model)"),
                        new Scenario("C", "Model loading latency"),
                        new Scenario("D", "Serving engine bake-off (vLLM vs Ollama)"),
                        new Scenario("R", "Work of the roles"));
        assertThat(embedded.scenarios()).isEqualTo(thor.scenarios());
    }

    @Test
    void embedded_hasTheSameIdsWithTargetsOfItsOwn() {
        assertThat(lines(embedded))
                .containsExactly(
                        "A1@4k llama-4-maverick-17b on embedded, 64: output_token_throughput_per_user > 4 tok/s; "
                                + QUICK,
                        "A1@32k llama-4-maverick-17b on embedded, 160: output_token_throughput_per_user > 4 tok/s; "
                                + QUICK,
                        "A1@128k llama-4-maverick-17b on embedded, 320: output_token_throughput_per_user > 4 tok/s; "
                                + QUICK,
                        "A2@8k olmo-3-32b-think on embedded, 80: output_token_throughput_per_user > 3 tok/s; " + QUICK,
                        "A2@32k olmo-3-32b-think on embedded, 160: output_token_throughput_per_user > 3 tok/s; "
                                + QUICK,
                        "A3@4k molmo-72b on embedded, 64: output_token_throughput_per_user > 2 tok/s; " + QUICK,
                        "A4@4k ministral-3-14b on embedded, 64: output_token_throughput_per_user > 5 tok/s; " + QUICK,
                        "B1 llama-4-maverick-17b on embedded beside ministral-3-14b on embedded, 64:"
                                + " inter_token_latency_degradation < 8 x; background_completion_ratio >= 50 %;"
                                + " background_backlog_peak < 24 requests; "
                                + QUICK,
                        "B2 llama-4-maverick-17b on embedded beside postgresql, 64: memory_available_min > 100 MB;"
                                + " inter_token_latency_degradation < 8 x; time_to_first_token_degradation < 8 x;"
                                + " vector_query_latency_alone p95 < 500 ms; vector_query_latency p95 < 2 s;"
                                + " vector_query_completion_ratio >= 90 %; vector_search_recall >= 80 %;"
                                + " vector_index_build_time < 120 s; retrieval_to_first_token < 5 s; " + QUICK,
                        "C1@restart llama-4-maverick-17b on embedded -> olmo-3-32b-think on embedded: model_swap_time < 30 s",
                        "C1@resident llama-4-maverick-17b on embedded -> olmo-3-32b-think on embedded: model_swap_time < 30 s",
                        "C2@restart llama-4-maverick-17b on embedded -> molmo-72b on embedded: model_swap_time < 30 s",
                        "C2@resident llama-4-maverick-17b on embedded -> molmo-72b on embedded: model_swap_time < 30 s",
                        "D2 [FP16, BF16, Q8_0, Q4_0, Q4_K_M] on embedded: formats_served >= 100 %",
                        "R1@chat llama-4-maverick-17b on embedded, 64: output_token_throughput_per_user > 4 tok/s; "
                                + QUICK,
                        "R2@coding olmo-3-32b-think on embedded, 104: output_token_throughput_per_user > 3 tok/s; "
                                + QUICK);
        assertThat(embedded.outside()).extracting(OutsideRow::id).containsExactly("D1", "R3", "R4");
        assertThat(embedded.outside()).extracting(OutsideRow::scenario).containsExactly("D", "R", "R");
        assertThat(embedded.outside()).extracting(OutsideRow::reason).allMatch(reason -> reason.length() > 20);
    }

    @Test
    void embedded_standInsKeepTheOrderOfTheModelsAndFitTheirBudget() {
        List<Long> bytes = new ArrayList<>();
        for (String id : List.of("ministral-3-14b", "llama-4-maverick-17b", "olmo-3-32b-think", "molmo-72b")) {
            bytes.add(bytes(standIn(embedded.models().get(id))));
        }

        assertThat(bytes).isSorted().doesNotHaveDuplicates();
        assertThat(bytes.stream().mapToLong(Long::longValue).sum()).isLessThan(420_000_000);
        assertThat(bytes.stream().map(b -> Math.round(b / 1e6))).containsExactly(26L, 49L, 102L, 182L);
    }

    @Test
    void vectorRow_isOptionalOnlyWhereTheProfileBringsNoDatabase() {
        Surroundings bare = Surroundings.ofThisProcess().withMissingDatabases(database -> Optional.of("not here"));
        for (String profile : List.of("embedded", "local")) {
            assertThat(PlanReader.read(PlanFiles.SHIPPED, profile, bare).outside())
                    .filteredOn(OutsideRow::isOptional)
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.id()).isEqualTo("B2");
                        assertThat(row.reason())
                                .contains("postgresql (not here)", "pgvector (not here)", "pglite (not here)");
                        assertThat(row.toRun().orElseThrow()).contains("ci/engines/pgvector.sh", "mvn verify");
                    });
        }
        assertThat(row(PlanReader.read(PlanFiles.SHIPPED, "thor", bare), "B2")).isNotNull();
    }

    @Test
    void sampling_isThatOfTheScenario() {
        assertThat(row(thor, "A1@4k").sampling().requests()).isEqualTo(400);
        assertThat(row(thor, "A1@4k").sampling().timeLimit()).isEqualTo(Duration.ofMinutes(30));
        assertThat(row(thor, "B1").sampling().requests()).isEqualTo(40);
        assertThat(row(thor, "C1@restart").sampling().warmUpRequests()).isZero();
        assertThat(row(embedded, "A1@4k").sampling())
                .isEqualTo(new Sampling(
                        2,
                        40,
                        32,
                        Duration.ofMillis(20),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(60),
                        true));
        assertThat(row(thor, "A1@4k").sampling().allowsUnsteady()).isFalse();
        assertThat(row(embedded, "C2@resident").sampling().requests()).isEqualTo(5);
        assertThat(row(embedded, "B1").background()).isEqualTo(new Background(2, 32, 8));
    }

    private static Row row(Plan plan, String id) {
        return plan.rows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static WorkShape shape(Plan plan, String row) {
        return ((Work.SingleUser) row(plan, row).work()).shape();
    }

    private static double memoryFraction(Serving serving) {
        List<String> arguments = serving.arguments();
        return Double.parseDouble(arguments.get(arguments.indexOf("--gpu-memory-utilization") + 1));
    }

    private static StandIn standIn(Model model) {
        assertThat(model.standIn()).isNotNull();
        return model.standIn();
    }

    /** F16 weights of a Llama with 512 words, embedding and output apart. */
    private static long bytes(StandIn s) {
        long keyValue = (long) s.width() * s.keyValueHeads() / s.heads();
        long layer = 2L * s.width() * s.width() + 2 * s.width() * keyValue + 3L * s.width() * s.feedForward();
        return 2 * (s.layers() * layer + 2L * 512 * s.width());
    }

    private static List<String> lines(Plan plan) {
        return plan.rows().stream()
                .map(row -> row.id() + " " + describe(row.work()) + ": " + join(row.targets()))
                .toList();
    }

    private static String join(Collection<Target> targets) {
        return String.join("; ", targets.stream().map(Target::toString).toList());
    }

    private static String describe(Work work) {
        if (work instanceof Work.SingleUser w) {
            return w.serving() + ", " + w.context().tokens();
        }
        if (work instanceof Work.Neighbours w) {
            return w.foreground() + " beside " + w.background() + ", "
                    + w.context().tokens();
        }
        if (work instanceof Work.VectorSearch w) {
            return w.foreground() + " beside " + w.database() + ", "
                    + w.context().tokens();
        }
        if (work instanceof Work.Swap w) {
            return w.unload() + " -> " + w.load();
        }
        Work.FormatSupport w = (Work.FormatSupport) work;
        return w.formats() + " on " + w.engine().id();
    }
}
