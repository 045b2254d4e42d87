package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.report.EngineComparison;
import io.kanoa.thorgate.workload.Progress;
import io.kanoa.thorgate.workload.calibration.Calibration;
import io.kanoa.thorgate.workload.calibration.Load;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The benches of a run's rows: each is made when it is first needed, and let go when its row has ended. */
final class Benches {

    /** A row has fewer users than this; see {@link OneUser#user} and {@link #bench}. */
    private static final int FRESH_USERS = 8;

    private final Equipment equipment;
    private final List<Row> order;
    private final Forecast forecast;
    private final Calibration calibration;
    private final boolean toolsAreAsked;
    private final long firstSalt;
    private final Function<Row, Progress> progress;
    private final Predicate<Row> waits;
    private final Map<Row, Bench> kept = new HashMap<>();

    /**
     * @param order of all rows
     * @param toolsAreAsked whether other tools measure a row too
     * @param firstSalt that sets the prompts of this run apart from those of all others
     * @param progress gets the steps of a row
     * @param waits whether a row is to be run and was not yet
     */
    Benches(
            Equipment equipment,
            List<Row> order,
            Forecast forecast,
            Calibration calibration,
            boolean toolsAreAsked,
            long firstSalt,
            Function<Row, Progress> progress,
            Predicate<Row> waits) {
        this.equipment = equipment;
        this.order = order;
        this.forecast = forecast;
        this.calibration = calibration;
        this.toolsAreAsked = toolsAreAsked;
        this.firstSalt = firstSalt;
        this.progress = progress;
        this.waits = waits;
    }

    /** The row's bench; the same until it is let go. */
    Bench of(Row row) {
        return kept.computeIfAbsent(row, this::make);
    }

    /** A bench to measure the row anew on, with other prompts. */
    Bench fresh(Row row) {
        return bench(row, FRESH_USERS, new Opinions(false), List::of);
    }

    /** Lets go of the row's bench, which holds all that was measured. */
    void letGo(Row row) {
        kept.remove(row);
    }

    private Bench make(Row row) {
        return bench(row, 0, new Opinions(toolsAreAsked), () -> rivals(row));
    }

    /** @param firstUser number of the bench's first user; users of different numbers share no prompt */
    private Bench bench(Row row, int firstUser, Opinions opinions, Supplier<List<Bench>> rivals) {
        long salt = (firstSalt << 20) + ((long) order.indexOf(row) << 14) + ((long) firstUser << 10);
        return new Bench(
                row,
                equipment,
                progress.apply(row),
                salt,
                calibration.withStreams(Load.streams(row.work())),
                opinions,
                forecast.of(row),
                rivals);
    }

    /** Benches of rows that wait too, and differ in nothing but their engine. */
    private List<Bench> rivals(Row row) {
        return order.stream()
                .filter(other -> !other.equals(row) && EngineComparison.areSameWork(row, other) && waits.test(other))
                .map(this::of)
                .toList();
    }
}
