package io.kanoa.thorgate.report.plot;

import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.workload.SwapTimes;
import java.awt.Color;
import java.util.List;
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

/** Where the time of each swap goes: a bar a swap, its parts one after the other. */
final class SwapChart {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double WIDEST_BAR = 0.12;
    private static final Color[] COLOURS = {Look.SKY, Look.ORANGE, Look.BLUE, Look.GREEN, Look.PURPLE};

    private final List<SwapTimes> swaps;
    private final Scale scale;

    SwapChart(Row row, List<SwapTimes> swaps) {
        this.swaps = swaps;
        this.scale = Scale.of(longest(swaps), Limit.ofSwap(row));
    }

    JFreeChart draw() {
        CategoryAxis names = Look.axis(new CategoryAxis("swap"));
        CategoryPlot plot = new CategoryPlot(parts(), names, scale.axis("s"), bars());
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setRangeGridlinePaint(Look.GRID);
        scale.marker().ifPresent(marker -> upright(plot, marker));
        return Look.chart("Time of each swap, by part", plot);
    }

    private DefaultCategoryDataset parts() {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (int i = 0; i < swaps.size(); i++) {
            SwapTimes swap = swaps.get(i);
            String name = String.valueOf(i + 1);
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
