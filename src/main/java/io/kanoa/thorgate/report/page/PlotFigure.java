package io.kanoa.thorgate.report.page;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;

import io.kanoa.thorgate.report.plot.Drawing;
import j2html.tags.DomContent;
import java.util.List;
import java.util.stream.IntStream;

/** Plots on the page. A machine that can't draw, one without fonts, gives a sentence instead. */
final class PlotFigure {

    /** Draws when it is asked to. */
    @FunctionalInterface
    interface Pictures {
        List<Drawing> draw();
    }

    private PlotFigure() {}

    /** @param id that begins the ids of the plots and that no other element has */
    static DomContent all(String id, Pictures pictures) {
        try {
            List<DomContent> figures = figures(id, pictures.draw());
            return div(each(figures, one -> one)).withClass("plots");
        } catch (RuntimeException | InternalError | LinkageError e) {
            return p("No plot: this machine can't draw one (" + e + "). Is fontconfig installed?")
                    .withClass("note");
        }
    }

    private static List<DomContent> figures(String id, List<Drawing> drawings) {
        return IntStream.range(0, drawings.size())
                .<DomContent>mapToObj(i -> figure(
                        figcaption(drawings.get(i).title()),
                        rawHtml(drawings.get(i).svg(id + "-" + i))))
                .toList();
    }
}
