package io.kanoa.thorgate.history.command;

import io.kanoa.thorgate.history.command.HistoryCommand.CommandException;
import io.kanoa.thorgate.history.compare.Past;
import io.kanoa.thorgate.history.compare.WorseRuns;
import io.kanoa.thorgate.history.compare.WorseSearch;
import io.kanoa.thorgate.history.kept.Acknowledgement;
import io.kanoa.thorgate.history.kept.KeptRow;
import io.kanoa.thorgate.history.kept.KeptRun;
import io.kanoa.thorgate.history.kept.Series;
import io.kanoa.thorgate.history.kept.Tag;
import io.kanoa.thorgate.history.store.Contents;
import io.kanoa.thorgate.history.store.HistoryStore;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be done with a history by hand; each gives the lines to show. */
final class HistoryActions {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    private static final int SHOWN_ID = 8;

    private final HistoryStore store;
    private final Past past;
    private final List<String> notes;

    HistoryActions(HistoryStore store) {
        Contents contents = store.read();
        this.store = store;
        this.past = Past.of(store.place(), contents);
        this.notes = contents.notes();
    }

    List<String> runs() {
        String total = past.runs().size() + " runs in " + past.place();
        return shown(Stream.concat(past.runs().stream().map(this::line), Stream.of(total)));
    }

    private String line(KeptRun run) {
        List<String> names = past.namesOf(run.id());
        String rows = run.rows().stream().map(KeptRow::id).collect(Collectors.joining(" "));
        return id(run) + "  " + run.time() + "  " + run.verdict() + "  profile " + run.profile() + "  on "
                + run.machine().getOrDefault("device", "unknown device") + "  rows " + rows
                + (names.isEmpty() ? "" : "  named " + String.join(", ", names)) + "  results " + run.results();
    }

    List<String> steps() {
        List<WorseRuns> worse = WorseSearch.in(past);
        return worse.isEmpty()
                ? shown(Stream.of("nothing got worse that was not accepted, in " + past.place()))
                : shown(worse.stream().map(HistoryActions::line));
    }

    private static String line(WorseRuns worse) {
        String unit = worse.series().metric().unit().symbol();
        return String.format(
                Locale.ROOT,
                "%s  %s  %.4g -> %.4g %s (%+.1f %%) since run %s of %s, %d runs, on %s",
                worse.row(),
                worse.series().name(),
                worse.before(),
                worse.now(),
                unit,
                100 * (worse.now() / worse.before() - 1),
                id(worse.from()),
                worse.from().time(),
                worse.runs(),
                worse.device());
    }

    /**
     * Accepts what got worse.
     *
     * @throws CommandException if nothing of that row and figure did
     */
    List<String> acknowledge(String row, String figure, String who, String why) {
        Series series = Series.named(figure)
                .orElseThrow(() -> new CommandException(figure + " is no figure; see history steps"));
        List<WorseRuns> found = WorseSearch.in(past).stream()
                .filter(worse -> worse.row().equals(row) && worse.series().equals(series))
                .toList();
        if (found.isEmpty()) {
            throw new CommandException("nothing to accept: " + series + " of " + row
                    + " did not get worse, or that was accepted; see history steps");
        }
        String now = Instant.now().toString();
        found.forEach(worse -> store.append(new Acknowledgement(
                row, series.name(), worse.from().id(), worse.until().id(), who, why, now)));
        return shown(found.stream().map(worse -> "accepted by " + who + ": " + line(worse)));
    }

    /**
     * Names a run.
     *
     * @throws CommandException if there is no such run, or the name is none
     */
    List<String> tag(String name, String run) {
        if (!name.matches(NAME)) {
            throw new CommandException(
                    name + " is no name: write letters, digits, dots, dashes and underscores, at most 64");
        }
        KeptRun named = run(run);
        store.append(new Tag(name, named.id(), Instant.now().toString()));
        return shown(Stream.of("run " + id(named) + " of " + named.time() + " is named " + name));
    }

    private KeptRun run(String beginning) {
        List<KeptRun> runs = past.runs();
        List<KeptRun> found = beginning.equals("latest")
                ? runs.subList(Math.max(0, runs.size() - 1), runs.size())
                : runs.stream().filter(run -> run.id().startsWith(beginning)).toList();
        if (found.size() != 1) {
            throw new CommandException(found.size() + " runs have an id that begins with " + beginning
                    + "; see history runs, and give more of it");
        }
        return found.get(0);
    }

    /** Texts come from machines: nothing that a terminal would obey. */
    private List<String> shown(Stream<String> lines) {
        return Stream.concat(notes.stream().map("note: "::concat), lines)
                .map(line -> line.replaceAll("\\p{Cntrl}", " "))
                .toList();
    }

    private static String id(KeptRun run) {
        return run.id().substring(0, Math.min(SHOWN_ID, run.id().length()));
    }
}
