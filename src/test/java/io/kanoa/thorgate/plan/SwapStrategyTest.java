package io.kanoa.thorgate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwapStrategyTest {

    @TempDir
    Path folder;

    private static final String LOAD = "        load: large\n";

    @Test
    void rowWithoutStrategy_swapsAsItsEngineUsuallyDoes_andKeepsItsId() throws IOException {
        assertThat(swaps(plan("", "engine: vllm"))).containsExactly("C1 restart");
        assertThat(swaps(plan("", "engine: ollama"))).containsExactly("C1 keep-alive");
    }

    @Test
    void oneStrategy_isNotInTheId_andSeveralAre() throws IOException {
        assertThat(swaps(plan("strategy: resident", "engine: vllm"))).containsExactly("C1 resident");
        assertThat(swaps(plan("strategy: [restart, sleep-2]", "engine: vllm")))
                .containsExactly("C1@restart restart", "C1@sleep-2 sleep-2");
    }

    @Test
    void idWithoutItsStrategy_meansAll() throws IOException {
        Plan plan = plan("strategy: [restart, resident]", "engine: vllm");

        assertThat(RowSelection.parse("C1").select(plan))
                .extracting(Row::id)
                .containsExactly("C1@restart", "C1@resident");
        assertThat(RowSelection.parse("C*@resident").select(plan))
                .extracting(Row::id)
                .containsExactly("C1@resident");
    }

    @Test
    void strategyThatAnotherOfTheProfilesEnginesHas_isOutside_withTheReason() throws IOException {
        Plan plan = plan("strategy: [restart, keep-alive, sleep-1]", "engine: [vllm, ollama]");

        assertThat(swaps(plan)).containsExactly("C1@restart restart", "C1@sleep-1 sleep-1");
        assertThat(plan.outside())
                .containsExactly(new OutsideRow(
                        "C1@keep-alive", "C", "strategy keep-alive: engine vllm has no keep_alive; Ollama has"));
    }

    @Test
    void rowOnSeveralEngines_hasEachStrategyWhereItIs() throws IOException {
        Plan plan = plan("strategy: [keep-alive, resident]\n        engine: [vllm, ollama]", "engine: vllm");

        assertThat(swaps(plan))
                .containsExactly(
                        "C1@keep-alive@ollama keep-alive", "C1@resident@vllm resident", "C1@resident@ollama resident");
        assertThat(plan.outside()).extracting(OutsideRow::id).containsExactly("C1@keep-alive@vllm");
    }

    @Test
    void engineThatSleeps_isToldSoAtItsStart_once() throws IOException {
        Work.Swap swap = swap(plan("strategy: sleep-2", "engine: vllm"));

        assertThat(swap.involved()).allMatch(serving -> serving.arguments().equals(List.of("--enable-sleep-mode")));
        assertThat(SwapStrategy.SLEEP_1.servedFor(swap.load())).isEqualTo(swap.load());
        assertThat(swap(plan("strategy: resident", "engine: vllm")).load().arguments())
                .isEmpty();
    }

    @Test
    void residentModels_mustBothServeBeforeTheFirstRequest() throws IOException {
        assertThat(swap(plan("strategy: resident", "engine: vllm")).servings()).hasSize(2);
        assertThat(swap(plan("strategy: sleep-1", "engine: vllm")).servings()).hasSize(1);
    }

    @Test
    void profile_changesTheStrategiesOfARow() throws IOException {
        Plan plan = plan("", "engine: vllm\n    rows:\n      C1: {strategy: [sleep-1, sleep-2]}");

        assertThat(swaps(plan)).containsExactly("C1@sleep-1 sleep-1", "C1@sleep-2 sleep-2");
    }

    @Test
    void attachedEngine_isNeverStoppedNorSentToSleep_butMayBeAskedToUnload() {
        EngineSpec attached = attached("vllm");

        assertThat(SwapStrategy.RESTART.lackedBy(attached)).get().asString().contains("never stopped");
        assertThat(SwapStrategy.SLEEP_1.lackedBy(attached)).isPresent();
        assertThat(SwapStrategy.RESIDENT.lackedBy(attached)).isEmpty();
        assertThat(SwapStrategy.KEEP_ALIVE.lackedBy(attached("ollama"))).isEmpty();
    }

    @Test
    void driverOfAnotherProject_isAskedWhenItRuns() {
        EngineSpec other = new EngineSpec("other", "another-driver", List.of());

        assertThat(SwapStrategy.values())
                .allMatch(strategy -> strategy.lackedBy(other).isEmpty());
    }

    private static EngineSpec attached(String driver) {
        Launch launch = new Launch.Attach(URI.create("http://127.0.0.1:1"));
        return new EngineSpec("here", driver, List.of(), Map.of(), launch);
    }

    private Plan plan(String row, String engine) throws IOException {
        String yaml = PlanFiles.mini(LOAD, LOAD + (row.isEmpty() ? "" : "        " + row + "\n"))
                .replace("    engine: vllm\n", "    " + engine + "\n")
                .replace("  vllm: {driver: vllm}\n", "  vllm: {driver: vllm}\n  ollama: {driver: ollama}\n");
        return PlanReader.read(Files.writeString(folder.resolve("targets.yaml"), yaml), "real");
    }

    private static Work.Swap swap(Plan plan) {
        return Optional.of(plan.rows().get(plan.rows().size() - 1).work())
                .map(Work.Swap.class::cast)
                .orElseThrow();
    }

    private static List<String> swaps(Plan plan) {
        return plan.rows().stream()
                .filter(row -> row.work() instanceof Work.Swap)
                .map(row -> row.id() + " " + ((Work.Swap) row.work()).strategy())
                .toList();
    }
}
