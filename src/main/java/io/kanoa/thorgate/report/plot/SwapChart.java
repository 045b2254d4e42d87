package io.kanoa.thorgate.report.plot;

import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.workload.swap.CacheState;
import io.kanoa.thorgate.workload.swap.Direction;
import io.kanoa.thorgate.workload.swap.SwapTimes;
import java.awt.Color;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Where the time of each swap in one direction goes: a bar a swap, its parts one after the other, named by where the files of the
 * model that came were.
 */
final class SwapChart {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double WIDEST_BAR = 0.12;
    private static final Color[] COLOURS = {Look.SKY, Look.ORANGE, Look.BLUE, Look.GREEN, Look.PURPLE};

    private final Direction direction;
    private final List<SwapTimes> swaps;
    private final Scale scale;

    private SwapChart(Row row, Direction direction, List<SwapTimes> swaps, double longest) {
        this.direction = direction;
        this.swaps = swaps;
        this.scale = Scale.of(longest, Limit.ofSwap(row, direction));
    }

    /**
     * The chart of one direction; empty where there was no such swap.
     *
     * @param all swaps of the row, in either direction: the charts of both are scaled alike as far as their targets let them
     */
    static Optional<JFreeChart> draw(Row row, Direction direction, List<SwapTimes> all) {
        List<SwapTimes> swaps = all.stream()
                .filter(swap -> swap.swap().direction() == direction)
                .toList();
        return swaps.isEmpty()
                ? Optional.empty()
                : Optional.of(new SwapChart(row, direction, swaps, longest(all)).draw());
    }

    private JFreeChart draw() {
        CategoryAxis names = Look.axis(new CategoryAxis("swap"));
        CategoryPlot plot = new CategoryPlot(parts(), names, scale.axis("s"), bars());
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setRangeGridlinePaint(Look.GRID);
        scale.marker().ifPresent(marker -> upright(plot, marker));
        return Look.chart("Time of each swap " + direction + ", by part", plot);
    }

    private DefaultCategoryDataset parts() {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        Map<CacheState, Integer> counts = new EnumMap<>(CacheState.class);
        for (SwapTimes swap : swaps) {
            CacheState state = swap.swap().state();
            String name = state + " " + counts.merge(state, 1, Integer::sum);
            data.addValue(seconds(swap.unload().nanos()), "unload", name);
            data.addValue(seconds(swap.processNanos()), "process start", name);
            data.addValue(seconds(swap.weightsNanos()), "weights", name);
            data.addValue(seconds(swap.readyNanos()), "until ready", name);
            data.addValue(seconds(swap.firstTokenNanos()), "first token", name);
        }
        return data;
    }

    private static double longest(List<SwapTimes> swaps) {
        return swaps.stream()
                .mapToDouble(swap -> seconds(swap.totalNanos()))
                .max()
                .orElse(1);
    }

    private static StackedBarRenderer bars() {
        StackedBarRenderer bars = new StackedBarRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setMaximumBarWidth(WIDEST_BAR);
        for (int i = 0; i < COLOURS.length; i++) {
            bars.setSeriesPaint(i, COLOURS[i]);
        }
        return bars;
    }

    private static void upright(CategoryPlot plot, ValueMarker marker) {
        marker.setLabelAnchor(RectangleAnchor.TOP_LEFT);
        marker.setLabelTextAnchor(TextAnchor.TOP_RIGHT);
        plot.addRangeMarker(marker);
    }

    private static double seconds(long nanos) {
        return nanos / NANOS_PER_SECOND;
    }
}
