package io.kanoa.thorgate.report.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.ui.RectangleInsets;

/** How all plots look, on white or on dark. The colours are those of Okabe and Ito, which colour-blind people can tell apart. */
final class Look {

    static final Color BLUE = new Color(0x0072B2);
    static final Color ORANGE = new Color(0xE69F00);
    static final Color VERMILLION = new Color(0xD55E00);
    static final Color GREEN = new Color(0x009E73);
    static final Color SKY = new Color(0x56B4E9);
    static final Color PURPLE = new Color(0xCC79A7);
    static final Color INK = new Color(0x333333);
    static final Color GRID = new Color(0xB4BAC0);

    static final Color CLEAR = new Color(255, 255, 255, 0);

    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 14);

    static final Stroke LINE = new BasicStroke(2f);
    static final Stroke DASHES =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {6f, 4f}, 0f);

    private static final RectangleInsets AROUND_TICKS = new RectangleInsets(5, 6, 5, 6);

    private Look() {}

    static JFreeChart chart(String title, Plot plot) {
        JFreeChart chart = new JFreeChart(title, TITLE, plot, true);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(6, 6, 6, 12));
        chart.getTitle().setPaint(INK);
        chart.getLegend().setItemFont(TEXT);
        chart.getLegend().setItemPaint(INK);
        chart.getLegend().setBackgroundPaint(null);
        chart.getLegend().setFrame(BlockBorder.NONE);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        return chart;
    }

    /** A dashed line with words in ink beside it; where they go is still to be said. */
    static ValueMarker dashes(double at, String words) {
        ValueMarker marker = new ValueMarker(at, VERMILLION, DASHES);
        marker.setLabel(words);
        marker.setLabelPaint(INK);
        marker.setLabelFont(TEXT);
        marker.setLabelBackgroundColor(CLEAR);
        return marker;
    }

    static <T extends Axis> T axis(T axis) {
        axis.setLabelFont(TEXT);
        axis.setTickLabelFont(TEXT);
        axis.setLabelPaint(INK);
        axis.setTickLabelPaint(INK);
        axis.setAxisLinePaint(INK);
        axis.setTickMarkPaint(INK);
        axis.setTickLabelInsets(AROUND_TICKS);
        return axis;
    }
}
