package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.device.preflight.PreflightReport;
import io.kanoa.thorgate.history.compare.FollowedSeries;
import io.kanoa.thorgate.history.compare.Past;
import io.kanoa.thorgate.history.compare.Pruning;
import io.kanoa.thorgate.history.compare.RowComparison;
import io.kanoa.thorgate.history.compare.RowJudge;
import io.kanoa.thorgate.history.compare.RowValues;
import io.kanoa.thorgate.history.kept.KeptRow;
import io.kanoa.thorgate.history.kept.KeptRun;
import io.kanoa.thorgate.history.kept.RowKey;
import io.kanoa.thorgate.history.kept.Tag;
import io.kanoa.thorgate.history.store.Contents;
import io.kanoa.thorgate.history.store.HistoryException;
import io.kanoa.thorgate.history.store.HistoryPlace;
import io.kanoa.thorgate.history.store.HistoryStore;
import io.kanoa.thorgate.plan.NearestWord;
import io.kanoa.thorgate.plan.Plan;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.weights.FoundModel;
import io.kanoa.thorgate.weights.WeightsMark;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.platform.commons.JUnitException;

/** The history of a run: read before it, asked while it goes on, and added to when it has ended. */
final class HistoryBook {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    private static final List<String> ENGINE_OPTIONS = List.of("embedded.threads", GateOptions.EMBEDDED_MODEL);

    private final Optional<HistoryStore> store;
    private final RowJudge judge;
    private final String place;
    private final KeptRun run;
    private final Optional<String> tag;
    private final Map<String, String> engineOptions;
    private final Map<Serving, String> marks;
    private final boolean mayDropCaches;
    private final List<String> notes;
    private final List<KeptRow> rows = new ArrayList<>();

    private HistoryBook(
            Optional<HistoryStore> store,
            RowJudge judge,
            String place,
            KeptRun run,
            Optional<String> tag,
            Map<String, String> engineOptions,
            Map<Serving, String> marks,
            boolean mayDropCaches,
            List<String> notes) {
        this.store = store;
        this.judge = judge;
        this.place = place;
        this.run = run;
        this.tag = tag;
        this.engineOptions = engineOptions;
        this.marks = marks;
        this.mayDropCaches = mayDropCaches;
        this.notes = notes;
    }

    /**
     * Reads what is kept. A dry run has no history, neither has a gate with {@code -Dgate.history=off}.
     *
     * @param id of the run; one that is resumed may be in the history already, if it was cut at its very end
     * @param started when the run first started
     * @param marks that tell weights from others
     * @throws JUnitException if an option is wrong
     * @throws HistoryException if the history cannot be read
     */
    static HistoryBook open(
            GateOptions options,
            Plan plan,
            String id,
            Instant started,
            PreflightReport preflight,
            Map<Serving, String> marks) {
        Optional<HistoryStore> store = options.isSet(GateOptions.DRY_RUN)
                ? Optional.empty()
                : HistoryPlace.open(options.get(GateOptions.HISTORY), System.getenv());
        Contents contents = store.map(HistoryStore::read).orElse(new Contents(List.of(), List.of()));
        String place = store.map(HistoryStore::place).orElse("");
        Past past = Past.of(place, contents).without(id);
        KeptRun run = new KeptRun(
                id,
                started.toString(),
                plan.title(),
                plan.profile(),
                "",
                store.flatMap(HistoryStore::shelf)
                        .map(shelf -> shelf.placeOf(id))
                        .orElse(options.results())
                        .toString(),
                machine(preflight),
                List.of());
        return new HistoryBook(
                store,
                new RowJudge(past, anchor(options, past)),
                place,
                run,
                options.get(GateOptions.TAG).map(name -> named(GateOptions.TAG, name)),
                engineOptions(options),
                marks,
                options.isSet(GateOptions.DROP_CACHES),
                new ArrayList<>(contents.notes()));
    }

    private static Optional<String> anchor(GateOptions options, Past past) {
        Optional<String> anchor = options.get(GateOptions.BASELINE);
        List<String> known = past.tags().stream().map(Tag::name).distinct().toList();
        anchor.filter(name -> !known.contains(name)).ifPresent(name -> {
            throw new JUnitException("-Dgate." + GateOptions.BASELINE + "=" + name + ": no run in the history "
                    + (past.place().isEmpty() ? "(there is none)" : "in " + past.place()) + " has this name"
                    + NearestWord.hint(name, known));
        });
        return anchor;
    }

    private static String named(String option, String name) {
        if (!name.matches(NAME)) {
            throw new JUnitException("-Dgate." + option + "=" + name
                    + ": write a name of letters, digits, dots, dashes and underscores, at most 64");
        }
        return name;
    }

    /** Engines are told of by the rows that they serve. */
    private static Map<String, String> machine(PreflightReport preflight) {
        Map<String, String> machine = new TreeMap<>(preflight.fingerprint());
        machine.keySet().removeIf(name -> name.startsWith("engine_"));
        return machine;
    }

    private static Map<String, String> engineOptions(GateOptions options) {
        Map<String, String> given = new TreeMap<>();
        ENGINE_OPTIONS.forEach(name -> options.get(name).ifPresent(value -> given.put(name, value)));
        return given;
    }

    /** What tells the weights of models that are on this machine from others. */
    static Map<Serving, String> marks(Map<Serving, FoundModel> found) {
        Map<Path, String> byPath = new TreeMap<>();
        Map<Serving, String> marks = new HashMap<>();
        found.forEach((serving, model) -> marks.put(serving, byPath.computeIfAbsent(model.path(), HistoryBook::mark)));
        return marks;
    }

    private static String mark(Path weights) {
        try {
            return WeightsMark.of(weights);
        } catch (UncheckedIOException e) {
            return "not readable";
        }
    }

    /** A row that was measured, as it may be kept; empty where its figures mean nothing, with the reason. */
    Optional<KeptRow> row(RowResult result) {
        return unusable(result).isPresent() ? Optional.empty() : Optional.of(kept(result));
    }

    private KeptRow kept(RowResult result) {
        boolean isEmbedded = result.row().work().engines().stream()
                .anyMatch(engine -> engine.driver().equals("embedded"));
        Map<String, String> key = new TreeMap<>(RowKey.of(
                result.row(), result.evidence().orElseThrow().starts(), isEmbedded ? engineOptions : Map.of(), marks));
        if (mayDropCaches && result.row().work() instanceof Work.Swap) {
            key.put("page cache", "may be dropped");
        }
        if (!result.evidence().get().turns().isEmpty()) {
            key.put("order", "in turns with other engines");
        }
        return new KeptRow(
                result.row().id(), key, result.decision().name(), RowValues.of(result.row(), result.observed()));
    }

    /** Why a row's figures are neither compared nor kept; empty where they are. */
    Optional<String> unusable(RowResult result) {
        return UsableRow.problem(result);
    }

    /** The row beside earlier runs. */
    RowComparison compare(RowResult result, KeptRow row) {
        return judge.compare(run, row, FollowedSeries.of(result.row()));
    }

    /** The row beside earlier runs, with what a fresh run of it gave. */
    RowComparison confirm(RowComparison first, KeptRow row, RowResult fresh) {
        return judge.confirm(first, run, row, RowValues.of(fresh.row(), fresh.observed()));
    }

    /** Keeps a row for the end of the run. */
    void add(KeptRow row) {
        rows.add(row);
    }

    /** What was kept of a row for the end of the run. */
    Optional<KeptRow> added(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    boolean isOff() {
        return store.isEmpty();
    }

    String place() {
        return place;
    }

    /** What a reader of the results must know of the history. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Adds the run, if any of its rows was measured. A history that cannot be written is told in {@link #notes}. */
    void keep(RunResult result) {
        if (rows.isEmpty()) {
            return;
        }
        KeptRun ended = new KeptRun(
                run.id(), run.time(), run.plan(), run.profile(), result.verdict(), run.results(), run.machine(), rows);
        store.ifPresent(kept -> {
            try {
                append(kept, ended);
            } catch (HistoryException e) {
                notes.add("this run is not in the history: " + e.getMessage());
            }
        });
    }

    /**
     * Keeps a copy of the run's results, if the run is in the history.
     *
     * @throws UncheckedIOException if it can't be written
     * @throws HistoryException if the history can't be read
     */
    void keepResults(Path file) {
        store.filter(kept -> !rows.isEmpty())
                .ifPresent(kept -> kept.shelf().ifPresent(shelf -> {
                    Set<String> runs =
                            kept.read().runs().stream().map(KeptRun::id).collect(Collectors.toSet());
                    if (runs.contains(run.id())) {
                        shelf.put(run.id(), file);
                    }
                    shelf.removeAllBut(runs);
                }));
    }

    private void append(HistoryStore kept, KeptRun ended) {
        Past there = Past.of(place, kept.read());
        if (there.runs().stream().noneMatch(run -> run.id().equals(ended.id()))) {
            kept.append(ended);
        }
        tag.filter(name -> !there.namesOf(ended.id()).contains(name))
                .ifPresent(name ->
                        kept.append(new Tag(name, ended.id(), Instant.now().toString())));
        int pruned = kept.prune(Pruning.usual(Instant.now()));
        if (pruned > 0) {
            notes.add(pruned + " old runs were removed from the history in " + place);
        }
    }
}
