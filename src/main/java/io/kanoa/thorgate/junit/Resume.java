package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.engine.Unload;
import io.kanoa.thorgate.history.compare.KeyDifference;
import io.kanoa.thorgate.history.kept.KeptRow;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.report.EngineComparison;
import io.kanoa.thorgate.report.Resumption;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.Session;
import io.kanoa.thorgate.report.checkpoint.CarriedRows;
import io.kanoa.thorgate.report.checkpoint.CheckpointException;
import io.kanoa.thorgate.report.checkpoint.CheckpointFolder;
import io.kanoa.thorgate.report.checkpoint.RowCheckpoint;
import io.kanoa.thorgate.report.checkpoint.RunCheckpoint;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.workload.calibration.Calibration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run has from one that was cut, and keeps for one that may have to go on with it. Rows that had ended keep their result,
 * whatever it is: measuring rows again until they pass would be no test. A row that was not started at all is decided anew.
 */
final class Resume {

    private final CheckpointFolder folder;
    private final boolean keeps;
    private final List<Row> rows;
    private final Optional<RunCheckpoint> cut;
    private final Map<String, RowCheckpoint> carried;
    private final Optional<Resumption> resumption;
    private final RunStart began;
    private RunCheckpoint now;

    private Resume(
            CheckpointFolder folder,
            boolean keeps,
            List<Row> rows,
            Optional<RunCheckpoint> cut,
            Map<String, RowCheckpoint> carried,
            Optional<Resumption> resumption,
            RunCheckpoint now,
            RunStart began) {
        this.folder = folder;
        this.keeps = keeps;
        this.rows = rows;
        this.cut = cut;
        this.carried = carried;
        this.resumption = resumption;
        this.now = now;
        this.began = began;
    }

    /**
     * Reads what the earlier run left. Changes nothing.
     *
     * @param aside gets the raw data of rows that had ended
     * @param keeps whether anything is to be kept; a dry run keeps nothing
     * @param fingerprint of this run
     * @param began when this process began
     * @throws CheckpointException if the earlier run was of something else
     */
    static Resume open(
            CheckpointFolder folder,
            RawDataAside aside,
            boolean keeps,
            EarlierRun earlier,
            Map<String, String> fingerprint,
            Groundwork groundwork,
            RunStart began) {
        String id = earlier.id();
        List<Row> rows = groundwork.order();
        Optional<RunCheckpoint> cut = earlier.cut();
        cut.ifPresent(before -> refuseOther(before.fingerprint(), fingerprint));
        CarriedRows found = cut.isPresent() ? folder.rows(rows, id, aside::of) : CarriedRows.NONE;
        List<String> remarks = new ArrayList<>(found.remarks());
        Map<String, RowCheckpoint> carried = whole(found.byId(), rows, groundwork::starts, remarks);
        List<Session> sessions =
                new ArrayList<>(cut.map(RunCheckpoint::sessions).orElse(List.of()));
        Optional<Resumption> resumption =
                cut.map(before -> new Resumption(before.sessions(), ids(rows, carried), remarks));
        sessions.add(new Session(began.time(), began.time()));
        RunCheckpoint now = new RunCheckpoint(
                RunCheckpoint.FORMAT,
                id,
                fingerprint,
                groundwork.preflight().diskReadRate(),
                sessions,
                Calibration.NOT_NEEDED,
                List.of(),
                List.of());
        return new Resume(folder, keeps, rows, cut, carried, resumption, now, began);
    }

    private static void refuseOther(Map<String, String> before, Map<String, String> now) {
        List<String> differences = KeyDifference.all(before, now);
        if (!differences.isEmpty()) {
            throw CheckpointException.differs(differences);
        }
    }

    /** Rows that were measured in turns are one measurement: where one of them was cut, all are repeated. */
    private static Map<String, RowCheckpoint> whole(
            Map<String, RowCheckpoint> found, List<Row> rows, Predicate<Row> starts, List<String> remarks) {
        Map<String, RowCheckpoint> carried = new HashMap<>(found);
        for (Row row : rows) {
            rows.stream()
                    .filter(other -> isInTurns(found.get(row.id())) && !found.containsKey(other.id()))
                    .filter(other -> starts.test(other) && EngineComparison.areSameWork(row, other))
                    .findFirst()
                    .ifPresent(other -> {
                        carried.remove(row.id());
                        remarks.add(row.id() + " had ended and is measured again, since " + other.id()
                                + ", with which it was measured in turns, had not");
                    });
        }
        return carried;
    }

    private static boolean isInTurns(@Nullable RowCheckpoint row) {
        return row != null
                && row.result()
                        .evidence()
                        .filter(evidence -> !evidence.turns().isEmpty())
                        .isPresent();
    }

    private static List<String> ids(List<Row> rows, Map<String, RowCheckpoint> carried) {
        return rows.stream().map(Row::id).filter(carried::containsKey).toList();
    }

    /** How the row ended, where it had ended before. */
    Optional<RowCheckpoint> carried(Row row) {
        return Optional.ofNullable(carried.get(row.id()));
    }

    boolean has(Row row) {
        return carried.containsKey(row.id());
    }

    /** What there is to say of it; empty where the run was never cut. */
    Optional<Resumption> resumption() {
        return resumption;
    }

    /** When the whole run began. */
    Instant started() {
        return now.started();
    }

    /** How long all its parts worked, this one so far. */
    Duration duration() {
        Duration before = resumption.map(Resumption::spent).orElse(Duration.ZERO);
        return before.plus(began.soFar());
    }

    /** The client's error: of the rows that are measured now, where any are. */
    Calibration calibration(Calibration own) {
        boolean none = own.equals(Calibration.NOT_NEEDED);
        return none ? cut.map(RunCheckpoint::calibration).orElse(own) : own;
    }

    /** Notes of all parts. */
    List<String> notes(List<String> own) {
        return Stream.concat(cut.stream().flatMap(before -> before.notes().stream()), own.stream())
                .distinct()
                .toList();
    }

    /** Results with those that were carried over and whose turn has not come yet: a reader never finds fewer rows than before. */
    List<RowResult> with(List<RowResult> results) {
        List<String> there = results.stream().map(result -> result.row().id()).toList();
        Stream<RowResult> waiting = rows.stream()
                .filter(row -> !there.contains(row.id()))
                .flatMap(row -> carried(row).stream())
                .map(RowCheckpoint::result);
        return Stream.concat(results.stream(), waiting).toList();
    }

    /** Unloads of all parts. */
    List<Unload> unloads(List<Unload> own) {
        return Stream.concat(cut.stream().flatMap(before -> before.unloads().stream()), own.stream())
                .toList();
    }

    /**
     * Forgets runs before this one that it does not go on with.
     *
     * @throws java.io.UncheckedIOException if nothing can be kept
     */
    void begin(Calibration own) {
        now = now(now.notes(), now.unloads(), calibration(own));
        if (!keeps) {
            return;
        } else if (cut.isPresent()) {
            folder.write(now);
        } else {
            folder.begin(now);
        }
    }

    /**
     * Keeps a row that has ended.
     *
     * @param kept what the history will get of it
     * @throws java.io.UncheckedIOException if it can't be kept
     */
    void keep(RowResult result, Optional<KeptRow> kept, List<String> ownNotes, List<Unload> ownUnloads) {
        if (keeps && !has(result.row()) && result.decision() != Decision.NOT_RUN) {
            folder.write(new RowCheckpoint(now.run(), result, kept), rows);
            now = now(notes(ownNotes), unloads(ownUnloads), now.calibration());
            folder.write(now);
        }
    }

    /** The run has ended: there is nothing left to go on with. */
    void end() {
        if (keeps) {
            folder.clear();
        }
    }

    private RunCheckpoint now(List<String> notes, List<Unload> unloads, Calibration calibration) {
        List<Session> sessions = new ArrayList<>(now.sessions());
        sessions.set(sessions.size() - 1, new Session(began.time(), began.time().plus(began.soFar())));
        return new RunCheckpoint(
                now.format(), now.run(), now.fingerprint(), now.diskRate(), sessions, calibration, notes, unloads);
    }
}
