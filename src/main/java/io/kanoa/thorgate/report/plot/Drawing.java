package io.kanoa.thorgate.report.plot;

import org.jfree.chart.JFreeChart;

/**
 * A chart that is ready to be put on a page.
 *
 * @param title of it, for a caption: the picture itself bears none
 */
public record Drawing(String title, JFreeChart chart, int width, int height) {

    static final int WIDTH = 480;
    static final int HEIGHT = 290;

    static Drawing of(JFreeChart chart, int height) {
        return of(chart, WIDTH, height);
    }

    static Drawing of(JFreeChart chart, int width, int height) {
        String title = chart.getTitle().getText();
        chart.setTitle((String) null);
        return new Drawing(title, chart, width, height);
    }

    static Drawing of(JFreeChart chart) {
        return of(chart, HEIGHT);
    }

    /**
     * The picture as an element of HTML, without a style of its own, so that a strict content security policy allows it. What
     * was ink is drawn in the colour of the text around it.
     *
     * @param id that no other element of the page has; parts of the picture get ids that begin with it
     */
    public String svg(String id) {
        return Svg.of(this, id);
    }
}
