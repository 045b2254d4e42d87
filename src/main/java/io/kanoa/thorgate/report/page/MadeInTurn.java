package io.kanoa.thorgate.report.page;

import j2html.rendering.HtmlBuilder;
import j2html.tags.DomContent;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * Parts of the page that are made while it is written, a few at a time: all of them together may be more than memory holds.
 *
 * @param <P> what each of them is made of
 */
final class MadeInTurn<P> extends DomContent {

    /** Enough to keep the processors busy. */
    private static final int AT_A_TIME = 2 * Runtime.getRuntime().availableProcessors();

    private final List<P> parts;
    private final Function<P, DomContent> maker;

    MadeInTurn(List<P> parts, Function<P, DomContent> maker) {
        this.parts = List.copyOf(parts);
        this.maker = maker;
    }

    @Override
    public <T extends Appendable> T render(HtmlBuilder<T> builder, Object model) throws IOException {
        for (int from = 0; from < parts.size(); from += AT_A_TIME) {
            List<P> next = parts.subList(from, Math.min(parts.size(), from + AT_A_TIME));
            for (DomContent made : next.parallelStream().map(maker).toList()) {
                made.render(builder, model);
            }
        }
        return builder.output();
    }
}
