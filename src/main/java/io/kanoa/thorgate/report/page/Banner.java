package io.kanoa.thorgate.report.page;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.header;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import io.kanoa.thorgate.report.summary.Headline;
import io.kanoa.thorgate.report.summary.Summary;
import io.kanoa.thorgate.report.view.RunView;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Locale;

/** What a reader sees first: the verdict, and what it holds for. */
final class Banner {

    private static final String TITLE = "Performance Report";

    private final RunView run;
    private final Summary summary;

    Banner(RunView run, Summary summary) {
        this.run = run;
        this.summary = summary;
    }

    DomContent tag() {
        Headline headline = summary.headline();
        return header(
                p(run.plan()).withClass("plan"),
                h1(TITLE),
                div(
                                p(
                                                span(headline.word()).withClass("word"),
                                                text(" "),
                                                span("profile " + run.profile()).withClass("profile"))
                                        .withClass("verdict"),
                                div(p(headline.counts()).withClass("counts"), p(headline.scope()), substitutes())
                                        .withClass("scope"))
                        .withClass("banner "
                                + headline.look()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-')),
                p("Started " + run.started().replaceFirst("\\.\\d+Z$", "Z") + ", took "
                                + run.duration().text() + ".")
                        .withClass("when"));
    }

    private DomContent substitutes() {
        List<String> served = summary.substitutes();
        return served.isEmpty() ? span() : ul(each(served, one -> li("Served: " + one)));
    }
}
