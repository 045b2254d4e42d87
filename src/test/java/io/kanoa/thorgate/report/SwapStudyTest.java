package io.kanoa.thorgate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.engine.Unload;
import io.kanoa.thorgate.plan.SwapStrategy;
import io.kanoa.thorgate.workload.swap.CacheState;
import io.kanoa.thorgate.workload.swap.Direction;
import io.kanoa.thorgate.workload.swap.DiskRead;
import io.kanoa.thorgate.workload.swap.SwapCase;
import io.kanoa.thorgate.workload.swap.SwapTimes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SwapStudyTest {

    private static final SwapCase COLD = new SwapCase(Direction.THERE, CacheState.COLD);
    private static final SwapCase WARM_BACK = new SwapCase(Direction.BACK, CacheState.WARM);
    private static final SwapCase NO_DISK = new SwapCase(Direction.THERE, CacheState.NO_DISK);

    @Test
    void eachDirectionAndState_hasItsMedianBoundPartsAndRate() {
        List<SwapLine> lines = SwapStudy.of(SampleRows.swapped(
                SwapStrategy.RESTART,
                List.of(
                        SampleRows.swap(COLD, 1),
                        SampleRows.swap(COLD, 2),
                        SampleRows.swap(COLD, 3),
                        SampleRows.swap(COLD, 4),
                        SampleRows.swap(COLD, 5),
                        SampleRows.swap(WARM_BACK, 0.5)),
                Map.of()));

        assertThat(lines)
                .extracting(line -> line.swap() + " " + line.n())
                .containsExactly("there, cold 5", "there, warm 0", "back, cold 0", "back, warm 1");
        SwapLine cold = lines.get(0);
        assertThat(cold.total().median()).isEqualTo(5.7, within(1e-9));
        assertThat(cold.total().upper()).isEqualTo(9.5, within(1e-9));
        assertThat(cold.parts().get(2)).as("weights").isEqualTo(3.3, within(1e-9));
        assertThat(cold.rate()).isEqualTo(64.5e9 / 3.3, within(1.0));
        assertThat(cold.diskShare()).isEqualTo(0.195, within(0.001));
        assertThat(lines.get(3).diskShare())
                .as("warm files do not come from the disk")
                .isNaN();
        assertThat(SwapStudy.cells(lines.get(3)))
                .containsExactly(
                        "back",
                        "warm",
                        "1",
                        "950 ms",
                        "",
                        "50 ms",
                        "100 ms",
                        "550 ms",
                        "150 ms",
                        "100 ms",
                        "117 GB/s",
                        "");
    }

    @Test
    void strategyThatReadsNoFile_hasOneLineADirection() {
        RowResult resident = SampleRows.swapped(SwapStrategy.RESIDENT, List.of(SampleRows.swap(NO_DISK, 1)), Map.of());

        assertThat(SwapStudy.of(resident))
                .extracting(line -> line.swap().toString())
                .containsExactly("there, no disk", "back, no disk");
    }

    @Test
    void rowThatSwapsNothing_hasNoLines() {
        assertThat(SwapStudy.of(SampleRows.passed())).isEmpty();
        assertThat(SwapStudy.answers(List.of(SampleRows.passed()))).isEmpty();
    }

    @Test
    void memoryThatSleepGaveBack_isSaid() {
        SwapTimes asleep = new SwapTimes(
                NO_DISK, DiskRead.NONE, new Unload(SampleRows.MAVERICK, 1, Double.NaN, Double.NaN), 0, 1, 1, 1, 4, 2e6);

        assertThat(RowWarnings.of(SampleRows.swapped(SwapStrategy.SLEEP_1, List.of(asleep), Map.of())))
                .containsExactly(
                        "models that fell asleep (sleep-1) gave back 2 MB of the machine's memory, the least of 1"
                                + " times; memory for the weights of both is needed");
    }

    @Test
    void swapsThatWereNotCold_areSaid_andSoIsColdnessThatNobodyCouldCheck() {
        SwapTimes unchecked = new SwapTimes(
                WARM_BACK,
                new DiskRead(1e9, Double.NaN, 1e9),
                new Unload(SampleRows.MAVERICK, 1, 8e9, 0),
                1,
                1,
                1,
                1,
                5,
                1);
        RowResult row = SampleRows.swapped(SwapStrategy.RESTART, List.of(unchecked), Map.of(COLD, "no dd"));

        assertThat(RowWarnings.of(row)).hasSize(2).anyMatch("swaps there, cold could not be timed: no dd"::equals);
        assertThat(Stream.of(row).flatMap(result -> RowWarnings.of(result).stream()))
                .anyMatch(warning -> warning.startsWith("the kernel does not tell us"));
    }
}
