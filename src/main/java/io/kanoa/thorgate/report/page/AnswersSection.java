package io.kanoa.thorgate.report.page;

import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.ul;

import io.kanoa.thorgate.report.summary.Answer;
import io.kanoa.thorgate.report.summary.Recommendation;
import io.kanoa.thorgate.report.summary.Summary;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The plan's questions with their answers. */
final class AnswersSection {

    private static final String RULE =
            "By rule: only a model all of whose rows for the role pass; of several, the one with the shortest time to first"
                    + " token, then inter-token latency, then memory, then energy a token. Within 5 % is equal.";

    private AnswersSection() {}

    static List<Section> of(Summary summary) {
        List<DomContent> content = new ArrayList<>();
        content.add(h3("Which model for which role?"));
        content.add(
                summary.recommendations().isEmpty()
                        ? p("These results don't name the plan's roles, so nothing is recommended.")
                        : div(each(summary.recommendations(), AnswersSection::card))
                                .withClass("cards"));
        content.add(p(RULE).withClass("fine"));
        content.add(div(each(summary.answers(), AnswersSection::card)).withClass("cards"));
        return List.of(new Section("answers", "Answers", content));
    }

    private static DomContent card(Recommendation one) {
        return div(
                        p(one.role()).withClass("kicker"),
                        p(strong(one.answer())).withClass("answer"),
                        one.aboutStandIns()
                                ? p(span("about stand-ins, not about the plan's models")
                                        .withClass("note"))
                                : span(),
                        one.rows().isEmpty()
                                ? span()
                                : p("Rests on " + String.join(", ", one.rows())).withClass("fine"),
                        why("Why", one.reasons()),
                        why("What would change it", one.wouldChange()))
                .withClass("card " + look(one.outcome()));
    }

    private static DomContent card(Answer one) {
        return div(h3(one.question()), p(strong(one.answer())).withClass("answer"), why("Why", one.reasons()))
                .withClass(
                        "card " + one.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static String look(Recommendation.Outcome outcome) {
        return switch (outcome) {
            case ONE, SEVERAL -> "yes";
            case NONE -> "no";
            case NOT_MEASURED -> "not-asked";
        };
    }

    private static DomContent why(String what, List<String> reasons) {
        return reasons.isEmpty() ? span() : details(summary(what), ul(each(reasons, reason -> li(reason))));
    }
}
