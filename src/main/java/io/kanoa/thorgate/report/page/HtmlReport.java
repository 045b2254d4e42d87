package io.kanoa.thorgate.report.page;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.each;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.style;
import static j2html.TagCreator.title;

import io.kanoa.thorgate.report.summary.Summary;
import io.kanoa.thorgate.report.view.RawReader;
import io.kanoa.thorgate.report.view.RunView;
import j2html.rendering.FlatHtml;
import j2html.tags.specialized.HeadTag;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The whole page. */
public final class HtmlReport {

    private HtmlReport() {}

    /**
     * Writes it.
     *
     * @param raw data beside the results, for the plots that need every token's time
     * @throws IOException if {@code out} can't be written
     */
    public static void write(RunView run, RawReader raw, Appendable out) throws IOException {
        Summary summary = Summary.of(run);
        List<Section> sections = Stream.of(
                        AnswersSection.of(summary),
                        MatrixSection.of(run),
                        PlotsSection.of(run),
                        EnginesSection.of(run),
                        HistorySection.of(run),
                        RowsSection.of(run, raw),
                        MachineSection.of(run),
                        ReadingSection.of(run))
                .flatMap(List::stream)
                .toList();
        html(
                        about(run),
                        body(
                                new Banner(run, summary).tag(),
                                nav(each(sections, section -> a(section.title()).withHref("#" + section.id())))
                                        .attr("aria-label", "Sections"),
                                main(each(sections, Section::tag)),
                                footer(p("Made by Thor Gate from benchmark_results.json, schema " + run.schemaVersion()
                                        + ", and the raw data beside it."))))
                .withLang("en")
                .render(FlatHtml.into(out.append("<!DOCTYPE html>\n")));
    }

    private static HeadTag about(RunView run) {
        StyleSheet css = StyleSheet.ours();
        return head().with(
                        meta().withCharset("utf-8"),
                        meta().attr("http-equiv", "Content-Security-Policy").withContent(policy(css)),
                        meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                        meta().withName("color-scheme").withContent("light dark"),
                        title(run.verdict() + ", profile " + run.profile() + ": " + run.plan()),
                        style().with(rawHtml(css.text())));
    }

    private static String policy(StyleSheet css) {
        return "default-src 'none'; style-src '" + css.hash() + "'; base-uri 'none'; form-action 'none'";
    }
}
