package io.kanoa.thorgate.report.summary;

import io.kanoa.thorgate.report.view.RowView;
import io.kanoa.thorgate.report.view.RunView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The verdict of a run as a reader must take it.
 *
 * @param word {@code GO}, {@code NO-GO}, or what else it is
 * @param look how much it may look like a verdict on the plan's device
 * @param scope what it holds for, and what not
 * @param counts how many rows ended how
 */
public record Headline(String word, Look look, String scope, String counts) {

    /** How a verdict may look. */
    public enum Look {
        /** The plan's own models pass. */
        GO,
        /** Something does not pass. */
        NO_GO,
        /** Passes, but of other models than the plan's. */
        REHEARSAL,
        /** Nothing was measured. */
        NOTHING
    }

    static Headline of(RunView run) {
        return new Headline(word(run), look(run), scope(run), counts(run.counts()));
    }

    private static String word(RunView run) {
        return run.dryRun() ? "NOT MEASURED" : run.verdict();
    }

    private static Look look(RunView run) {
        if (run.dryRun() || run.rows().isEmpty()) {
            return Look.NOTHING;
        }
        return !run.isGo() ? Look.NO_GO : run.isStoodInFor() ? Look.REHEARSAL : Look.GO;
    }

    private static String scope(RunView run) {
        String profile = "profile " + run.profile() + ", on " + run.device();
        if (run.dryRun()) {
            return "A dry run of " + profile + ": what physics and this machine allow, nothing measured.";
        }
        String unfinished = run.complete() ? "" : " The run has not ended: rows are missing.";
        return run.isStoodInFor()
                ? "For " + profile
                        + " alone. Other weights stood in for the plan's models, so this says that the gate works on"
                        + " this machine. It says nothing about the plan's models or its device." + unfinished
                : "For " + profile + ", with the plan's own models." + unfinished;
    }

    private static String counts(RunView.Counts counts) {
        List<String> words = new ArrayList<>();
        add(words, counts.pass(), "pass");
        add(words, counts.fail(), "fail");
        add(words, counts.infeasible(), "infeasible");
        add(words, counts.inconclusive(), "inconclusive");
        add(words, counts.error(), "error");
        add(words, counts.notRun(), "not run");
        add(words, counts.outsideProfile(), "outside the profile");
        return counts.selected() + (counts.selected() == 1 ? " row: " : " rows: ") + String.join(", ", words);
    }

    private static void add(List<String> words, int count, String word) {
        if (count > 0) {
            words.add(count + " " + word);
        }
    }

    /** What served in place of what, each pair once. */
    static List<String> substitutes(RunView run) {
        Stream<RowView.Part> parts = run.rows().stream().flatMap(row -> row.work().models().stream());
        return parts.filter(RowView.Part::isStoodInFor)
                .map(part -> part.standIn()
                        ? "a synthetic stand-in of random weights in place of " + part.planned()
                        : part.title() + " in place of " + part.planned())
                .distinct()
                .toList();
    }
}
