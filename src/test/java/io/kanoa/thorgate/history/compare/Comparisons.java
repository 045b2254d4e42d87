package io.kanoa.thorgate.history.compare;

import io.kanoa.thorgate.history.kept.Acknowledgement;
import io.kanoa.thorgate.history.kept.KeptRow;
import io.kanoa.thorgate.history.kept.KeptRun;
import io.kanoa.thorgate.history.kept.KeptRuns;
import io.kanoa.thorgate.history.kept.KeptValue;
import io.kanoa.thorgate.history.kept.Series;
import io.kanoa.thorgate.history.kept.Tag;
import io.kanoa.thorgate.plan.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows beside made-up earlier runs, for tests of reports. */
public final class Comparisons {

    private static final Series RATE = Series.of(Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER);

    private Comparisons() {}

    /** Three runs of an older engine, eight at 130 tok/s, eight at 120 that somebody accepted, then this one at 90, twice. */
    public static RowComparison regressed(String who) {
        List<KeptRun> runs = new ArrayList<>();
        for (int i = 0; i < 19; i++) {
            Map<String, String> key = i < 3 ? Map.of("engine version", who) : KeptRuns.KEY;
            double rate = (i < 11 ? 130 : 120) + (i % 3 - 1);
            runs.add(KeptRuns.run(i, KeptRuns.MACHINE, key, RATE.name(), rate, false));
        }
        Past past = new Past(
                "/home/ada/history",
                runs,
                List.of(new Acknowledgement(
                        KeptRuns.ROW, RATE.name(), "run-11", "run-18", who, "larger context", "2026-01-02")),
                List.of(new Tag("v1.2", "run-5", "2026-01-02")));
        KeptRun now = KeptRuns.run(19, RATE.name(), 90);
        KeptRow row = now.rows().get(0);
        RowJudge judge = new RowJudge(past, Optional.empty());
        RowComparison first = judge.compare(now, row, List.of(RATE));
        return judge.confirm(first, now, row, List.of(new KeptValue(RATE.name(), 91, 90, 92, 60, false)));
    }
}
