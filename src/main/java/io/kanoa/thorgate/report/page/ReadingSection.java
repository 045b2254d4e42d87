package io.kanoa.thorgate.report.page;

import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.ul;

import io.kanoa.thorgate.report.view.RunView;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;

/** How to read the figures, and what the run noted about them. */
final class ReadingSection {

    private static final List<String> HOW = List.of(
            "PASS: the one-sided 95 % confidence bound meets the limit. FAIL: the opposite bound misses it. REGRESSION: no"
                    + " target is missed, but it got worse than its earlier runs, and a fresh run confirmed it. INCONCLUSIVE: the"
                    + " evidence settles neither. INFEASIBLE: physics does not allow it. ERROR: it could not be measured.",
            "A target's measured value is that of the look that settled it; the metrics of a row are those of all its requests.",
            "The interval is made of both one-sided 95 % bounds, so it holds the value with 90 % confidence.",
            "The ceiling of a decode rate is memory bandwidth divided by the bytes that each token needs to be read.",
            "Shaded in plots of sensors: requests in blue, throttling in red.");

    private ReadingSection() {}

    static List<Section> of(RunView run) {
        List<DomContent> content = new ArrayList<>();
        content.add(ul(each(HOW, line -> li(line))));
        RunView.TimingError error = run.clientTimingError();
        if (error != null) {
            content.add(timing(error));
        }
        if (!run.notes().isEmpty()) {
            content.add(p("Notes of this run:"));
            content.add(ul(each(run.notes(), note -> li(note))));
        }
        return List.of(new Section("reading", "How to read it", content));
    }

    private static DomContent timing(RunView.TimingError error) {
        if (!error.problem().isEmpty() || error.loads().isEmpty()) {
            return p("The client's own timing error is not known. " + error.problem());
        }
        return Table.of(
                "The client's own timing error, against a paced server",
                List.of("Streams", "First token p50", "First token p99", "Gap p50", "Gap p99"),
                error.loads().stream()
                        .map(load -> List.of(
                                load.streams().text(),
                                load.firstTokenError().p50().text(),
                                load.firstTokenError().p99().text(),
                                load.gapError().p50().text(),
                                load.gapError().p99().text()))
                        .toList());
    }
}
