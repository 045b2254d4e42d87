package io.kanoa.thorgate.report.page;

import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;
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

    /** So many reasons need not be folded away. */
    private static final int SHORT = 4;

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
                        standIns(one.aboutStandIns()),
                        ul(each(one.figures(), figure -> li(figure))).withClass("fine"),
                        why("Why", one.reasons()),
                        why("What would change it", one.wouldChange()))
                .withClass("card " + look(one.outcome()) + shade(one.aboutStandIns()));
    }

    private static DomContent card(Answer one) {
        return div(
                        h3(one.question()),
                        p(strong(one.answer())).withClass("answer"),
                        standIns(one.aboutStandIns()),
                        one.reasons().size() <= SHORT
                                ? ul(each(one.reasons(), reason -> li(reason)))
                                : why("Why", one.reasons()))
                .withClass(
                        "card " + one.standing().name().toLowerCase(Locale.ROOT).replace('_', '-')
                                + shade(one.aboutStandIns()));
    }

    private static DomContent standIns(boolean about) {
        return about ? p("about stand-ins, not about the plan's models").withClass("note") : text("");
    }

    private static String shade(boolean aboutStandIns) {
        return aboutStandIns ? " rehearsal" : "";
    }

    private static String look(Recommendation.Outcome outcome) {
        return switch (outcome) {
            case ONE, SEVERAL -> "yes";
            case NONE -> "no";
            case NOT_MEASURED -> "not-asked";
        };
    }

    private static DomContent why(String what, List<String> reasons) {
        return reasons.isEmpty() ? text("") : details(summary(what), ul(each(reasons, reason -> li(reason))));
    }
}
