package io.kanoa.thorgate.report.page;

import static j2html.TagCreator.span;

import io.kanoa.thorgate.verdict.Decision;
import j2html.tags.DomContent;
import java.util.Locale;

/** A verdict that can be told without its colour. */
final class Badge {

    private Badge() {}

    static DomContent of(Decision decision) {
        String word = decision.name().replace('_', ' ');
        return span(span(sign(decision)).attr("aria-hidden", "true"), span(" " + word))
                .withClass("badge " + decision.name().toLowerCase(Locale.ROOT));
    }

    private static String sign(Decision decision) {
        return switch (decision) {
            case PASS -> "\u2713";
            case FAIL, REGRESSION, INFEASIBLE -> "\u2717";
            case INCONCLUSIVE -> "?";
            case ERROR -> "!";
            case NOT_RUN -> "\u2013";
        };
    }
}
