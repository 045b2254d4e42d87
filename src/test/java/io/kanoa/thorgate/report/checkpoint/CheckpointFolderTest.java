package io.kanoa.thorgate.report.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.SampleRows;
import io.kanoa.thorgate.report.Session;
import io.kanoa.thorgate.workload.calibration.Calibration;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {

    @TempDir
    Path results;

    private final RowResult ended = SampleRows.passed();
    private final List<Row> rows = List.of(ended.row());
    private CheckpointFolder folder;

    @BeforeEach
    void keepARow() {
        folder = new CheckpointFolder(results);
        folder.begin(run("first"));
        folder.write(new RowCheckpoint("first", ended, Optional.empty()), rows);
    }

    @Test
    void rowOfTheSameRun_isFound() {
        assertThat(found("first")).containsOnlyKeys(ended.row().id());
    }

    @Test
    void rowOfAnotherRun_isNot() {
        assertThat(found("second")).isEmpty();
    }

    @Test
    void newRun_forgetsTheRowsOfTheOneBefore() {
        folder.begin(run("second"));

        assertThat(found("first")).isEmpty();
        assertThat(folder.run()).hasValueSatisfying(run -> assertThat(run.run()).isEqualTo("second"));
    }

    @Test
    void runThatGoesOn_keepsItsRows() {
        folder.write(run("first"));

        assertThat(found("first")).hasSize(1);
    }

    private Map<String, RowCheckpoint> found(String run) {
        return folder.rows(rows, run, UnaryOperator.identity()).byId();
    }

    private static RunCheckpoint run(String id) {
        return new RunCheckpoint(
                RunCheckpoint.FORMAT,
                id,
                Map.of(),
                OptionalDouble.empty(),
                List.of(new Session(Instant.EPOCH, Instant.EPOCH)),
                Calibration.NOT_NEEDED,
                List.of(),
                List.of());
    }
}
