package io.kanoa.thorgate.report.page;

import static j2html.TagCreator.pre;

import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.Figures;
import io.kanoa.thorgate.report.view.RawRow;
import io.kanoa.thorgate.report.view.RequestView;
import io.kanoa.thorgate.report.view.RowView;
import j2html.tags.DomContent;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The longest waits for a token, each with where it was, down to the request and the chunk. */
final class TokenGaps {

    private static final int SHOWN = 10;

    private record Gap(RequestView request, int chunk, double millis) {

        double seconds() {
            return request.sentSeconds() + request.chunkNs()[chunk] / 1e9;
        }
    }

    private final RowView row;
    private final List<RequestView> measured;

    TokenGaps(RowView row, RawRow raw) {
        this.row = row;
        this.measured = raw.phase("measured");
    }

    Stream<DomContent> tables() {
        double[] sorted = measured.stream()
                .flatMapToDouble(RequestView::gapsMillis)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return Stream.of();
        }
        double shown = sorted[Math.max(0, sorted.length - SHOWN)];
        List<Gap> longest = measured.stream()
                .flatMap(request -> from(request, shown))
                .sorted(Comparator.comparingDouble(Gap::millis).reversed())
                .limit(SHOWN)
                .toList();
        return Stream.of(table(longest, sorted[sorted.length / 2]), command(longest.get(0)));
    }

    private static Stream<Gap> from(RequestView request, double shortest) {
        double[] gaps = request.gapsMillis().toArray();
        return IntStream.range(0, gaps.length)
                .filter(i -> gaps[i] >= shortest)
                .mapToObj(i -> new Gap(request, i + 1, gaps[i]));
    }

    private static DomContent table(List<Gap> longest, double median) {
        return Table.of(
                "The longest waits between two chunks; the median is " + Figures.of(median, Unit.MILLISECONDS),
                List.of("Request", "Before chunk", "Gap", "By the median", "Into the row"),
                longest.stream().map(gap -> cells(gap, median)).toList());
    }

    private static List<String> cells(Gap gap, double median) {
        return List.of(
                "measured " + gap.request().index(),
                (gap.chunk() + 1) + " of " + gap.request().chunkNs().length,
                Figures.of(gap.millis(), Unit.MILLISECONDS),
                String.format(Locale.ROOT, "%.1f x", gap.millis() / median),
                Figures.of(gap.seconds(), Unit.SECONDS));
    }

    private DomContent command(Gap gap) {
        String file = row.raw() == null ? "" : row.raw().timelines();
        return pre("zcat '" + file + "' | grep '\"phase\":\"measured\",\"index\":"
                        + gap.request().index() + ",'")
                .attr("tabindex", "0");
    }
}
