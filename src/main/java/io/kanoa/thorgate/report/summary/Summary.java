package io.kanoa.thorgate.report.summary;

import io.kanoa.thorgate.report.view.RunView;
import java.util.List;
import java.util.Set;

/**
 * What a run means, in the order in which a reader wants to know.
 *
 * @param substitutes what served in place of what
 * @param answers to the plan's questions
 */
public record Summary(
        Headline headline, List<String> substitutes, List<Answer> answers, List<Recommendation> recommendations) {

    public static Summary of(RunView run) {
        return new Summary(
                Headline.of(run),
                Headline.substitutes(run),
                List.of(
                        new Viability(
                                        run,
                                        "Is running models side by side viable?",
                                        Set.of("neighbours", "vector search"))
                                .answer(),
                        SwitchingAnswer.of(run),
                        EngineChoice.of(run)),
                new Candidates(run).recommendations());
    }
}
