package io.kanoa.thorgate.workload;

import io.kanoa.thorgate.stream.Outcome;
import io.kanoa.thorgate.stream.Timeline;
import java.util.List;
import java.util.Optional;

/** That an engine runs but answers no more: to go on asking it would only wait, a stall timeout each time. */
public final class Hang {

    private static final int STALLS = 3;

    private Hang() {}

    /**
     * Whether the last three answers all stalled, or the last one took all the time that an answer may take.
     *
     * @param answers in their order
     * @return for people, how it shows; empty where the engine does not hang
     */
    public static Optional<String> in(List<Timeline> answers) {
        List<Outcome> last = answers.subList(Math.max(0, answers.size() - STALLS), answers.size()).stream()
                .map(Timeline::outcome)
                .toList();
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Outcome latest = last.get(last.size() - 1);
        if (latest.kind() == Outcome.Kind.OVERDUE) {
            return Optional.of("a request was " + latest.detail());
        }
        boolean allStalled =
                last.size() == STALLS && last.stream().allMatch(outcome -> outcome.kind() == Outcome.Kind.STALLED);
        return allStalled
                ? Optional.of(STALLS + " requests in a row stalled, the last with " + latest.detail())
                : Optional.empty();
    }
}
