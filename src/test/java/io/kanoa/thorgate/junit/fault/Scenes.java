package io.kanoa.thorgate.junit.fault;

import io.kanoa.thorgate.junit.Bench;
import io.kanoa.thorgate.junit.GateAssertions;
import io.kanoa.thorgate.junit.PlanRows;
import io.kanoa.thorgate.junit.Scenario;
import io.kanoa.thorgate.plan.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Scenario classes of the gates that meet faults. */
final class Scenes {

    private Scenes() {}

    @Scenario("A")
    static class Before {
        @PlanRows
        void row(Row row, Bench bench) {
            GateAssertions.assertThat(bench.serve(row).singleUser()).meetsItsTargets();
        }
    }

    @Scenario("F")
    static class Meanwhile {
        @PlanRows
        void row(Row row, Bench bench) {
            GateAssertions.assertThat(bench.serve(row).singleUser()).meetsItsTargets();
        }
    }

    @Scenario("F")
    static class Swap {
        @PlanRows
        void row(Row row, Bench bench) {
            GateAssertions.assertThat(bench.serve(row).swapping()).meetsItsTargets();
        }
    }

    @Scenario("F")
    static class BesideADatabase {
        @PlanRows
        void row(Row row, Bench bench) {
            GateAssertions.assertThat(bench.serve(row).besideItsDatabase()).meetsItsTargets();
        }
    }

    @Scenario("F")
    static class WithABug {
        @PlanRows
        void row(Row row, Bench bench) {
            bench.serve(row).singleUser();
            List.of().get(0);
        }
    }

    @Scenario("F")
    static class Greedy {
        @PlanRows
        void row(Row row, Bench bench) {
            bench.serve(row).singleUser();
            List<long[]> kept = new ArrayList<>();
            while (kept.size() < Integer.MAX_VALUE) {
                kept.add(new long[1 << 20]);
            }
        }
    }

    /** Does the deed before it measures, after the row that met a fault. */
    @Scenario("Z")
    static class LaterDeed {

        private static final AtomicReference<Runnable> DEED = new AtomicReference<>(() -> {});

        static void is(Runnable deed) {
            DEED.set(deed);
        }

        @PlanRows
        void row(Row row, Bench bench) {
            DEED.get().run();
            GateAssertions.assertThat(bench.serve(row).singleUser()).meetsItsTargets();
        }
    }

    /** Does the deed before it measures. */
    @Scenario("F")
    static class AfterADeed {

        private static final AtomicReference<Runnable> DEED = new AtomicReference<>(() -> {});

        static void is(Runnable deed) {
            DEED.set(deed);
        }

        @PlanRows
        void row(Row row, Bench bench) {
            DEED.get().run();
            GateAssertions.assertThat(bench.serve(row).singleUser()).meetsItsTargets();
        }
    }

    /** Has a tool of the machine misbehave while it measures: writes a word into a file that the tool reads. */
    @Scenario("F")
    static class Misled {
        @PlanRows
        void row(Row row, Bench bench) throws IOException {
            Path file = Path.of(System.getProperty("fault.file"));
            Files.writeString(file, System.getProperty("fault.word"));
            try {
                GateAssertions.assertThat(bench.serve(row).singleUser()).meetsItsTargets();
            } finally {
                Files.writeString(file, "fine");
            }
        }
    }

    /** The row after that, once a tool that was lost has had time to come back. */
    @Scenario("Z")
    static class Later {
        @PlanRows
        void row(Row row, Bench bench) {
            Sabotage.sleep(6_000);
            GateAssertions.assertThat(bench.serve(row).singleUser()).meetsItsTargets();
        }
    }
}
