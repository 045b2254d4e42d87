package io.kanoa.thorgate.physics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.plan.Background;
import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Context;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.FactKey;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.ModelFacts;
import io.kanoa.thorgate.plan.Plan;
import io.kanoa.thorgate.plan.PlanReader;
import io.kanoa.thorgate.plan.Quantity;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Scope;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.SwapStrategy;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.weights.Precision;
import io.kanoa.thorgate.weights.WeightParts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PhysicsTest {

    private static final Plan PLAN = PlanReader.read(Path.of("targets.yaml"), "thor");
    private static final Hardware THOR = Hardware.of(PLAN.device());
    private static final EngineSpec ENGINE = new EngineSpec("vllm", "vllm", List.of());

    @ParameterizedTest
    @CsvSource({
        "A1@4k, CANNOT_BE_LOADED",
        "A1@32k, CANNOT_BE_LOADED",
        "A1@128k, CANNOT_BE_LOADED",
        "A2@8k, BEYOND_CEILING",
        "A2@32k, BEYOND_CEILING",
        "A3@4k, BEYOND_CEILING",
        "A4@4k, BEYOND_CEILING",
        "B1, CANNOT_BE_LOADED",
        "B2, CANNOT_BE_LOADED",
        "C1@restart, CANNOT_BE_LOADED",
        "C2@sleep-2, CANNOT_BE_LOADED"
    })
    void plansRow_isJudged(String id, Outcome outcome) {
        assertThat(row(id, THOR).outcome()).isEqualTo(outcome);
    }

    @Test
    void device_isTakenFromThePlan() {
        assertThat(THOR)
                .isEqualTo(new Hardware(OptionalDouble.of(128e9), OptionalDouble.of(273e9), OptionalDouble.empty()));
    }

    @Test
    void rowThatCannotBeLoaded_stillShowsItsCeiling() {
        RowPhysics row = row("A1@4k", THOR);
        assertThat(row.cannotBeLoaded()).isTrue();
        assertThat(row.loading().reason()).isEqualTo("Llama 4 Maverick 17B needs 804 GB of 128 GB");
        assertThat(row.loading().advice()).startsWith("No precision fits: 4-bit still needs 21");
        assertThat(row.ceiling().orElseThrow().tokensPerSecond()).isBetween(8.2, 8.3);
        assertThat(row.targets()).singleElement().satisfies(target -> {
            assertThat(target.feasibility().outcome()).isEqualTo(Outcome.BEYOND_CEILING);
            assertThat(target.feasibility().advice()).contains("and does not fit into memory");
        });
    }

    @Test
    void noPrecisionHelps_adviceSaysSoWithTheNumbers() {
        Feasibility feasibility = row("A2@8k", THOR).targets().get(0).feasibility();
        assertThat(feasibility.reason())
                .isEqualTo(
                        "plain decoding of Olmo 3 32B Think at 8192 tokens reaches 4.21 tok/s at most, and the target"
                                + " is output_token_throughput_per_user > 30 tok/s");
        assertThat(feasibility.advice())
                .isEqualTo("No precision meets 30.0 tok/s: 4-bit allows 14.4 tok/s. Speculative decoding would have to"
                        + " yield at least 7.12 tokens per pass at BF16, 2.08 at 4-bit.");
    }

    @Test
    void modelOfFourBits_hasNoSmallerPrecision() {
        assertThat(chat("molmo-72b", "AWQ 4-bit", 4096, rate("> 15 tok/s")).advice())
                .isEqualTo(
                        "No precision meets 15.0 tok/s: AWQ is the smallest and allows 6.77 tok/s. Speculative decoding"
                                + " would have to yield at least 2.21 tokens per pass at AWQ.");
    }

    @Test
    void largestPrecisionThatHelps_isAdvised() {
        Feasibility feasibility = chat("ministral-3-14b", "BF16", 4096, rate("> 15 tok/s"));
        assertThat(feasibility.outcome()).isEqualTo(Outcome.BEYOND_CEILING);
        assertThat(feasibility.advice()).startsWith("FP8 or INT8 would allow 19.3 tok/s. ");
        assertThat(chat("ministral-3-14b", "BF16", 4096, rate("> 25 tok/s")).advice())
                .startsWith("4-bit would allow 32.2");
    }

    @Test
    void precisionThatDoesNotFit_isNotAdvised() {
        Feasibility feasibility = chat("llama-4-maverick-17b", "BF16", 4096, rate("> 10 tok/s"));
        assertThat(feasibility.advice())
                .startsWith("No precision meets 10.0 tok/s: 4-bit allows 25.0 tok/s and does not fit into memory.");
    }

    @Test
    void shorterContextThatHelps_isAdvised() {
        String advice =
                chat("llama-4-maverick-17b", "BF16", 131072, rate("> 7 tok/s")).advice();
        assertThat(advice).containsPattern("A context of up to 1\\d{5} tokens would allow it at BF16");
    }

    @Test
    void advisedContext_isTheLongest() {
        String advice =
                chat("ministral-3-14b", "BF16", 131072, rate("> 9 tok/s")).advice();
        long context = Long.parseLong(advice.replaceAll("(?s).*up to (\\d+) tokens.*", "$1"));
        assertThat(chat("ministral-3-14b", "BF16", context, rate("> 9 tok/s")).outcome())
                .isEqualTo(Outcome.POSSIBLE);
        assertThat(chat("ministral-3-14b", "BF16", context + 1, rate("> 9 tok/s"))
                        .outcome())
                .isEqualTo(Outcome.BEYOND_CEILING);
    }

    @Test
    void timePerToken_isHeldAgainstTheSameCeiling() {
        Target slow = target(Metric.INTER_TOKEN_LATENCY, Comparison.LESS, 100, Unit.MILLISECONDS);
        Target fast = target(Metric.INTER_TOKEN_LATENCY, Comparison.LESS, 90, Unit.MILLISECONDS);
        assertThat(chat("ministral-3-14b", "BF16", 4096, slow).outcome()).isEqualTo(Outcome.POSSIBLE);
        assertThat(chat("ministral-3-14b", "BF16", 4096, fast).outcome()).isEqualTo(Outcome.BEYOND_CEILING);
    }

    @Test
    void targetToBeSlow_isNotBounded() {
        Row row = row("ministral-3-14b", "BF16", 4096, List.of(), rate("< 80 tok/s"));
        assertThat(physics(THOR).of(row).targets()).isEmpty();
    }

    @Test
    void speculativeDecoding_liftsTheCeiling() {
        Row row = row("ministral-3-14b", "BF16", 4096, List.of("--speculative-config", "{}"), rate("> 80 tok/s"));
        Feasibility feasibility = physics(THOR).of(row).targets().get(0).feasibility();
        assertThat(feasibility.outcome()).isEqualTo(Outcome.POSSIBLE);
        assertThat(feasibility.reason()).contains("takes 7.7", "tokens per pass");
    }

    @Test
    void swapOnAFastDisk_isHeldAgainstItsFloor() {
        RowPhysics slow = row("C1@restart", THOR.withDiskRate(7e9));
        assertThat(slow.floor().orElseThrow().seconds().orElseThrow()).isBetween(9.1, 9.3);
        assertThat(slow.targets().get(0).feasibility().outcome()).isEqualTo(Outcome.BEYOND_CEILING);
        assertThat(slow.targets().get(0).feasibility().advice())
                .isEqualTo("It takes a disk that reads 12.9 GB/s. FP8 or INT8 would load in 4.75 s at best.");
        assertThat(row("C1@restart", THOR.withDiskRate(14e9))
                        .targets()
                        .get(0)
                        .feasibility()
                        .outcome())
                .isEqualTo(Outcome.POSSIBLE);
    }

    @Test
    void swapOnAnUnknownDisk_saysWhichDiskItTakes() {
        Feasibility feasibility = row("C1@restart", THOR).targets().get(0).feasibility();
        assertThat(feasibility.outcome()).isEqualTo(Outcome.NOT_KNOWN);
        assertThat(feasibility.reason()).contains("64.5 GB at 12.9 GB/s");
    }

    @Test
    void wayBack_isHeldAgainstTheFirstModelsFloor_andWarmSwapsAgainstNone() {
        RowPhysics row =
                swap(SwapStrategy.RESTART, time(Metric.MODEL_SWAP_BACK_TIME), time(Metric.MODEL_SWAP_TIME_WARM));

        assertThat(row.targets()).hasSize(1);
        assertThat(row.targets().get(0).feasibility().reason())
                .startsWith("reading ministral-3-14b from disk takes 3.97 s at least");
    }

    @Test
    void sleepThatDropsWeights_hasTheFloorOfARestart_andOneThatKeepsThemHasNone() {
        RowPhysics dropped = swap(SwapStrategy.SLEEP_2, time(Metric.MODEL_SWAP_TIME));
        RowPhysics kept = swap(SwapStrategy.SLEEP_1, time(Metric.MODEL_SWAP_TIME));

        assertThat(dropped.floor()).isPresent();
        assertThat(dropped.targets().get(0).feasibility().outcome()).isEqualTo(Outcome.BEYOND_CEILING);
        assertThat(kept.floor()).isEmpty();
        assertThat(kept.targets()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SwapStrategy.class)
    void modelsThatStayInMemory_mustFitTogether(SwapStrategy strategy) {
        RowPhysics row = swap(serving("olmo-3-32b-think", "BF16", List.of()), strategy);

        assertThat(row.loading().outcome())
                .isEqualTo(strategy.keepsBoth() ? Outcome.CANNOT_BE_LOADED : Outcome.POSSIBLE);
    }

    private static RowPhysics swap(SwapStrategy strategy, Target... targets) {
        return swap(serving("ministral-3-14b", "BF16", List.of()), strategy, targets);
    }

    private static RowPhysics swap(Serving first, SwapStrategy strategy, Target... targets) {
        Work work = new Work.Swap(first, serving("olmo-3-32b-think", "BF16", List.of()), strategy);
        Row row = new Row("C", "C", work, List.of(targets), PLAN.rows().get(0).sampling(), background());
        return physics(THOR.withDiskRate(7e9)).of(row);
    }

    private static Target time(Metric metric) {
        return new Target(metric, Statistic.P50, Comparison.LESS, new Quantity(5, Unit.SECONDS), Scope.START);
    }

    @Test
    void neighbours_mustFitTogether() {
        Serving olmo = serving("olmo-3-32b-think", "BF16", List.of());
        Work work = new Work.Neighbours(olmo, olmo, new Context("8k", 8192));
        RowPhysics row = physics(THOR)
                .of(new Row("B", "B", work, List.of(), PLAN.rows().get(0).sampling(), background()));
        assertThat(row.loading().outcome()).isEqualTo(Outcome.CANNOT_BE_LOADED);
        assertThat(row.loading().advice()).startsWith("FP8 or INT8 would need 7");
    }

    @Test
    void contextBeyondTheModels_cannotBeServed() {
        RowPhysics row = physics(THOR).of(row("molmo-72b", "AWQ", 8192, List.of()));
        assertThat(row.loading().outcome()).isEqualTo(Outcome.CANNOT_BE_LOADED);
        assertThat(row.loading().reason()).contains("made for 4096 tokens", "asks for 8192");
    }

    @Test
    void missingFacts_areNamed() {
        RowPhysics row = physics(THOR).of(row("nobody-knows", "BF16", 4096, List.of(), rate("> 1 tok/s")));
        assertThat(row.outcome()).isEqualTo(Outcome.NOT_KNOWN);
        assertThat(row.targets().get(0).feasibility().reason())
                .contains("nobody-knows: parameters, width, vocabulary, layers, key-value-heads, head-dimension");
    }

    @Test
    void unknownDevice_isNamed() {
        Hardware unknown = new Hardware(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        RowPhysics row = physics(unknown).of(row("olmo-3-32b-think", "BF16", 4096, List.of(), rate("> 1 tok/s")));
        assertThat(row.loading().reason()).isEqualTo("the device's memory is not known");
        assertThat(row.targets().get(0).feasibility().reason()).contains("the device's bandwidth");
    }

    @Test
    void filesThatAreThere_countMoreThanSums() {
        WeightParts parts = new WeightParts(66_495_744, 0, 30_081_024, 0, 0);
        Candidate model = new Candidate("smol", KnownModels.MINISTRAL, Optional.of(Precision.BF16), Optional.of(parts));
        assertThat(physics(THOR).ceiling(model, 0).orElseThrow().bytesPerToken())
                .isEqualTo(96_576_768);
        assertThat(physics(THOR).loadFloor(model).orElseThrow().bytes()).isEqualTo(96_576_768);
    }

    @Test
    void expertsInFiles_areReadByTheirShare() {
        WeightParts parts = new WeightParts(1000, 12_800, 500, 400, 300);
        Candidate model = new Candidate("moe", KnownModels.MAVERICK, Optional.of(Precision.BF16), Optional.of(parts));
        assertThat(physics(THOR).ceiling(model, 0).orElseThrow().bytesPerToken())
                .isEqualTo(1000 + 100 + 400);
    }

    @Test
    void statedSize_countsMoreThanTheSumOfParameters() {
        ModelFacts facts = new KnownModels.Facts()
                .put(FactKey.WEIGHT_BYTES, 15_700_000_000L)
                .facts();
        Candidate model =
                new Candidate("m", facts.orElse(KnownModels.MINISTRAL), Optional.of(Precision.FP8), Optional.empty());
        assertThat(physics(THOR).loadFloor(model).orElseThrow().bytes()).isEqualTo(15.7e9);
    }

    @Test
    void contradictoryFacts_giveNoCeiling() {
        ModelFacts facts = new KnownModels.Facts().put(FactKey.PARAMETERS, 1000).facts();
        Candidate model =
                new Candidate("m", facts.orElse(KnownModels.OLMO), Optional.of(Precision.BF16), Optional.empty());
        assertThat(physics(THOR).ceiling(model, 4096)).isEmpty();
    }

    private static RowPhysics row(String id, Hardware hardware) {
        Row row =
                PLAN.rows().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
        return physics(hardware).of(row);
    }

    private static Feasibility chat(String model, String precision, long context, Target target) {
        Row row = row(model, precision, (int) context, List.of(), target);
        return physics(THOR).of(row).targets().get(0).feasibility();
    }

    private static Row row(String model, String precision, int context, List<String> arguments, Target... targets) {
        Work work = new Work.SingleUser(serving(model, precision, arguments), new Context("x", context));
        return new Row("X", "X", work, List.of(targets), PLAN.rows().get(0).sampling(), background());
    }

    private static Background background() {
        return new Background(1, 1, 1);
    }

    private static Serving serving(String model, String precision, List<String> arguments) {
        EngineSpec engine = arguments.isEmpty() ? ENGINE : new EngineSpec("vllm", "vllm", arguments);
        return new Serving(new Model(model, model, List.of(), "source", precision, null), engine);
    }

    private static Target rate(String bound) {
        String[] words = bound.split(" ");
        Comparison comparison = Comparison.of(words[0]).orElseThrow();
        return target(
                Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER,
                comparison,
                Double.parseDouble(words[1]),
                Unit.TOKENS_PER_SECOND);
    }

    private static Target target(Metric metric, Comparison comparison, double limit, Unit unit) {
        return new Target(metric, Statistic.MEAN, comparison, new Quantity(limit, unit), Scope.values()[0]);
    }

    private static Physics physics(Hardware hardware) {
        return new Physics(hardware, Assumptions.PLAIN, serving -> KnownModels.candidate(serving.model()));
    }
}
