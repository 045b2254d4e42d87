package io.kanoa.thorgate.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class DrawingTest {

    @Test
    void svg_fitsIntoAPageThatAllowsNoStyle() {
        Element svg =
                svg(RowPlots.spread("Gaps <b>", "gaps", Optional.of(new Limit(3, "target < 3 ms")), gaps("a <i>&")));

        assertThat(svg.select("[style], script, style, image, a, b, i")).isEmpty();
        assertThat(svg.select("[font-family]")).isEmpty();
        assertThat(svg.attr("aria-label")).isEqualTo("Gaps <b>");
        assertThat(svg.attr("viewBox")).isEqualTo("0 0 480 290");
        assertThat(svg.select("text").eachText()).contains("target < 3 ms").anyMatch(text -> text.startsWith("a <i>&"));
        assertThat(svg.select("[id]").eachAttr("id")).isNotEmpty().allMatch(id -> id.startsWith("plot-1-"));
        assertThat(svg.select("[clip-path]").eachAttr("clip-path")).allMatch(url -> url.startsWith("url(#plot-1-"));
    }

    @Test
    void ink_takesTheColourOfThePagesText() {
        Element svg = svg(RowPlots.spread("Gaps", "gaps", Optional.empty(), gaps("a")));

        assertThat(svg.outerHtml()).contains("currentColor").doesNotContain("rgb(51,51,51)");
        assertThat(svg.select("rect[fill=white], rect[fill=rgb(255,255,255)], g[fill=white] > rect:not([fill])"))
                .isEmpty();
    }

    @Test
    void manyGaps_makeASmallPicture() {
        double[] many =
                IntStream.range(0, 200_000).mapToDouble(i -> 10 + i / 1e4).toArray();

        assertThat(RowPlots.spread("Gaps", "gaps", Optional.empty(), Map.of("all", many))
                        .svg("x"))
                .hasSizeLessThan(25_000);
    }

    @Test
    void manyReadingsAndRequests_keepTheirPeaksInASmallPicture() {
        double[] seconds =
                IntStream.range(0, 100_000).mapToDouble(i -> i / 10.0).toArray();
        double[] watts = IntStream.range(0, 100_000)
                .mapToDouble(i -> i == 70_000 ? 400 : 50)
                .toArray();
        Panel.Trace trace = new Panel.Trace(seconds, watts);
        List<Stretch> requests = IntStream.range(0, 5_000)
                .mapToObj(i -> new Stretch(2 * i, 2 * i + 1))
                .toList();

        assertThat(trace.thinned(300).values()).hasSize(300).contains(400);
        assertThat(RowPlots.sensors(List.of(new Panel("W", Map.of("all", trace))), requests, List.of())
                        .svg("x"))
                .hasSizeLessThan(60_000);
    }

    @Test
    void stretches_thatTouchAreOne() {
        assertThat(Stretch.joined(List.of(new Stretch(5, 6), new Stretch(0, 1), new Stretch(1.1, 2)), 0.2))
                .containsExactly(new Stretch(0, 2), new Stretch(5, 6));
    }

    private static Map<String, double[]> gaps(String name) {
        return Map.of(name, new double[] {1, 2, 3, 4});
    }

    private static Element svg(Drawing drawing) {
        return Jsoup.parse(drawing.svg("plot-1")).selectFirst("svg");
    }
}
