package io.kanoa.thorgate.history.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.history.kept.KeptRun;
import io.kanoa.thorgate.history.kept.KeptRuns;
import io.kanoa.thorgate.history.store.HistoryPlace;
import io.kanoa.thorgate.history.store.HistoryStore;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {

    private static final String RATE = "output_token_throughput_per_user";

    @TempDir
    Path folder;

    private HistoryStore store;
    private String said = "";

    @BeforeEach
    void tenRunsAndTwoThatAreSlower() {
        store = HistoryPlace.open(Optional.of(folder.toString()), Map.of()).orElseThrow();
        for (int i = 0; i < 10; i++) {
            store.append(run(i, 50 + 0.1 * (i % 3), false));
        }
        store.append(run(10, 40, true));
        store.append(run(11, 40, true));
    }

    private static KeptRun run(int number, double rate, boolean regressed) {
        return KeptRuns.run(number, KeptRuns.MACHINE, KeptRuns.KEY, RATE, rate, regressed);
    }

    private int run(String... args) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = HistoryCommand.run(List.of(args), Optional.of(folder.toString()), Map.of(), out, out);
        said = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    @Test
    void steps_areListed_untilSomebodyAcceptsThem() {
        assertThat(run("steps")).isZero();
        assertThat(said)
                .contains("A1@4k  " + RATE + "  50.09 -> 40.00 tok/s (-20.1 %) since run run-10", "2 runs, on thor");

        assertThat(run("acknowledge", "A1@4k", "decode_rate", "Ada", "we", "chose", "it"))
                .isZero();
        assertThat(said).contains("accepted by Ada: A1@4k");
        assertThat(store.read().acknowledgements()).singleElement().satisfies(accepted -> {
            assertThat(accepted.from()).isEqualTo("run-10");
            assertThat(accepted.until()).isEqualTo("run-11");
            assertThat(accepted.why()).isEqualTo("we chose it");
        });

        assertThat(run("steps")).isZero();
        assertThat(said).contains("nothing got worse that was not accepted");
        assertThat(run("acknowledge", "A1@4k", "decode_rate", "Ada", "again")).isEqualTo(1);
        assertThat(said).contains("nothing to accept");
    }

    @Test
    void runs_areListedWithTheirNames() {
        assertThat(run("tag", "v1.2", "latest")).isZero();
        assertThat(run("tag", "v1.1", "run-3")).isZero();
        assertThat(run("runs")).isZero();
        assertThat(said.lines().toList()).hasSize(13);
        assertThat(said).contains("profile thor  on thor  rows A1@4k  named v1.2", "12 runs in " + folder);
    }

    @Test
    void whatCannotBeDone_isTold() {
        assertThat(run("tag", "v1", "run-")).isEqualTo(1);
        assertThat(said).contains("12 runs have an id that begins with run-");
        assertThat(run("tag", "no such; name", "latest")).isEqualTo(1);
        assertThat(run("acknowledge", "A1@4k", "speed", "Ada", "why")).isEqualTo(1);
        assertThat(said).contains("speed is no figure");
        assertThat(run("acknowledge", "A1@4k", "decode_rate", "Ada")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(said).contains("history steps");
        assertThat(store.read().entries()).hasSize(12);
    }
}
