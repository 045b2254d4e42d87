package io.kanoa.thorgate.report.plot;

import java.awt.Color;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

    private static final double WIDEST_BAR = 0.12;
    private static final Color[] COLOURS = {Look.SKY, Look.ORANGE, Look.BLUE, Look.GREEN, Look.PURPLE};

    private final String direction;
    private final List<SwapParts> swaps;
    private final Scale scale;

    private SwapChart(String direction, List<SwapParts> swaps, double longest, Optional<Limit> limit) {
        this.direction = direction;
        this.swaps = swaps;
        this.scale = Scale.of(longest, limit);
    }

    /**
     * A chart for each direction that there are swaps in.
     *
     * @param all swaps of the row, in either direction: the charts of both are scaled alike as far as their targets let them
     * @param limits by direction
     */
    static List<JFreeChart> draw(List<SwapParts> all, Function<String, Optional<Limit>> limits) {
        return all.stream()
                .map(SwapParts::direction)
                .distinct()
                .map(direction ->
                        new SwapChart(direction, in(direction, all), longest(all), limits.apply(direction)).draw())
                .toList();
    }

    private static List<SwapParts> in(String direction, List<SwapParts> all) {
        return all.stream().filter(swap -> swap.direction().equals(direction)).toList();
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
        Map<String, Integer> counts = new HashMap<>();
        for (SwapParts swap : swaps) {
            String name = swap.files() + " " + counts.merge(swap.files(), 1, Integer::sum);
            swap.parts().forEach((part, seconds) -> data.addValue(seconds, part, name));
        }
        return data;
    }

    private static double longest(List<SwapParts> swaps) {
        return swaps.stream().mapToDouble(SwapParts::seconds).max().orElse(1);
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
        boolean hasRoomBefore = marker.getValue() > plot.getRangeAxis().getUpperBound() / 2;
        marker.setLabelAnchor(hasRoomBefore ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(hasRoomBefore ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
        plot.addRangeMarker(marker);
    }
}
