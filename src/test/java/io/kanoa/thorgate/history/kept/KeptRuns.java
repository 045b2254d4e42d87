package io.kanoa.thorgate.history.kept;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Runs to keep, for tests. */
public final class KeptRuns {

    public static final String ROW = "A1@4k";
    public static final Map<String, String> MACHINE = Map.of("device", "thor", "power_mode", "MAXN");
    public static final Map<String, String> KEY = Map.of("engine version", "vllm 1", "workload", "4096 tokens");

    private KeptRuns() {}

    /** The run with this number, of one row with one figure. */
    public static KeptRun run(int number, String series, double value) {
        return run(number, MACHINE, KEY, series, value, false);
    }

    public static KeptRun run(
            int number,
            Map<String, String> machine,
            Map<String, String> key,
            String series,
            double value,
            boolean regressed) {
        KeptValue kept = new KeptValue(series, value, 0.99 * value, Double.NaN, 60, regressed);
        return run(number, machine, new KeptRow(ROW, key, regressed ? "REGRESSION" : "PASS", List.of(kept)));
    }

    public static KeptRun run(int number, Map<String, String> machine, KeptRow... rows) {
        return new KeptRun(
                "run-" + number,
                Instant.parse("2026-01-01T00:00:00Z")
                        .plusSeconds(3600L * number)
                        .toString(),
                "a plan",
                "thor",
                "GO",
                "/somewhere/target/gate",
                machine,
                List.of(rows));
    }
}
