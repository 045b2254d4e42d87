package io.kanoa.thorgate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds targets.yaml to the user's plan. */
class ShippedPlanTest {

    private static final String POWER = "vin_average_power < 100 W";
    private static final String READING_SPEED = "output_token_throughput_per_user > 50 tok/s";
    private static final String QUICK = "time_to_first_token < 10 s";

    private final Plan thor = PlanReader.read(PlanFiles.SHIPPED, "thor");
    private final Plan embedded = PlanReader.read(PlanFiles.SHIPPED, "embedded");

    @Test
    void profiles_areThorAndEmbedded() {
        assertThat(PlanReader.profiles(PlanFiles.SHIPPED)).containsExactly("thor", "embedded");
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
                        "A3@4k molmo-72b on vllm, 4096: output_token_throughput_per_user > 15 tok/s; " + POWER,
                        "A4@4k ministral-3-14b on vllm, 4096: output_token_throughput_per_user > 80 tok/s; " + POWER,
                        "B1 llama-4-maverick-17b on vllm beside ministral-3-14b on vllm, 4096:"
                                + " inter_token_latency_degradation < 1.5 x; background_completion_ratio >= 95 %; "
                                + POWER + "; " + READING_SPEED,
                        "B2 llama-4-maverick-17b on vllm beside pgvector, 4096: memory_available_min > 8 GB; " + POWER
                                + "; " + READING_SPEED,
                        "C1 llama-4-maverick-17b on vllm -> olmo-3-32b-think on vllm: model_swap_time < 5 s",
                        "C2 llama-4-maverick-17b on vllm -> molmo-72b on vllm: model_swap_time < 10 s",
                        "D1@vllm llama-4-maverick-17b on vllm, 4096: " + POWER + "; " + READING_SPEED,
                        "D1@ollama llama-4-maverick-17b on ollama, 4096: " + POWER + "; " + READING_SPEED,
                        "D2 [FP4, AWQ] on ollama: ");
        assertThat(thor.outside()).isEmpty();
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
                .containsExactly(
                        new Model(
                                "llama-4-maverick-17b",
                                "Llama 4 Maverick 17B",
                                List.of("general interaction", "multimodal"),
                                "meta-llama/Llama-4-Maverick-17B-128E-Instruct",
                                "BF16",
                                null),
                        new Model(
                                "olmo-3-32b-think",
                                "Olmo 3 32B Think",
                                List.of("deep reasoning", "coding"),
                                "allenai/Olmo-3-32B-Think",
                                "BF16",
                                null),
                        new Model(
                                "molmo-72b",
                                "Molmo 72B",
                                List.of("scientific vision"),
                                "allenai/Molmo-72B-0924",
                                "AWQ 4-bit",
                                null),
                        new Model(
                                "ministral-3-14b",
                                "Ministral 3 14B",
                                List.of("background monitoring"),
                                "mistralai/Ministral-3-14B-Instruct-2512",
                                "BF16",
                                null));
    }

    @Test
    void scenarios_haveTheTitlesOfThePlan() {
        assertThat(thor.scenarios().values())
                .containsExactly(
                        new Scenario("A", "Baseline performance (single model)"),
                        new Scenario("B", "Concurrent execution (multi-model)"),
                        new Scenario("C", "Model loading latency"),
                        new Scenario("D", "Serving engine bake-off (vLLM vs Ollama)"));
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
                                + " inter_token_latency_degradation < 8 x; background_completion_ratio >= 50 %; "
                                + QUICK,
                        "C1 llama-4-maverick-17b on embedded -> olmo-3-32b-think on embedded: model_swap_time < 30 s",
                        "C2 llama-4-maverick-17b on embedded -> molmo-72b on embedded: model_swap_time < 30 s");
        assertThat(embedded.outside()).extracting(OutsideRow::id).containsExactly("B2", "D1", "D2");
        assertThat(embedded.outside()).extracting(OutsideRow::scenario).containsExactly("B", "D", "D");
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
    void sampling_isThatOfTheScenario() {
        assertThat(row(thor, "A1@4k").sampling().requests()).isEqualTo(400);
        assertThat(row(thor, "A1@4k").sampling().timeLimit()).isEqualTo(Duration.ofMinutes(30));
        assertThat(row(thor, "B1").sampling().requests()).isEqualTo(40);
        assertThat(row(thor, "C1").sampling().warmUpRequests()).isZero();
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
        assertThat(row(embedded, "C2").sampling().requests()).isEqualTo(5);
        assertThat(row(embedded, "B1").background()).isEqualTo(new Background(2, 32, 8));
    }

    private static Row row(Plan plan, String id) {
        return plan.rows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
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
