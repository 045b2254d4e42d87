package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.workload.SentImages;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * When the first tokens came of answers to prompts with one number of images.
 *
 * @param images of each prompt
 * @param answers that were measured
 * @param failed of those
 * @param reasoned answers with reasoning that the engine told apart
 * @param imageTokens of each prompt; empty where it had no image
 * @param firstToken of any kind, in ms since the request was sent; empty where no answer has one
 * @param firstOutputToken the same of what is no reasoning; answers that ended in reasoning have none
 * @param reasoningShare of the answers' tokens, in percent; empty where the server does not tell
 */
public record FirstTokens(
        int images,
        int answers,
        int failed,
        int reasoned,
        OptionalDouble imageTokens,
        Optional<Distribution> firstToken,
        Optional<Distribution> firstOutputToken,
        OptionalDouble reasoningShare) {

    /** By number of images, in rising order; nothing where the row has neither images nor reasoning. */
    public static List<FirstTokens> of(Evidence evidence) {
        Map<Long, SentImages> sent = evidence.images().stream()
                .collect(Collectors.toMap(SentImages::scheduledNanos, Function.identity(), (a, b) -> a));
        Map<Integer, List<Timeline>> byImages = evidence.measured().stream()
                .collect(Collectors.groupingBy(answer -> images(sent, answer), TreeMap::new, Collectors.toList()));
        List<FirstTokens> all = byImages.entrySet().stream()
                .map(group -> of(group.getKey(), group.getValue(), evidence.images()))
                .toList();
        boolean isWorthTelling = !evidence.images().isEmpty() || all.stream().anyMatch(group -> group.reasoned() > 0);
        return isWorthTelling ? all : List.of();
    }

    private static int images(Map<Long, SentImages> sent, Timeline answer) {
        return Optional.ofNullable(sent.get(answer.scheduledNanos()))
                .map(SentImages::count)
                .orElse(0);
    }

    private static FirstTokens of(int images, List<Timeline> timelines, Collection<SentImages> sent) {
        Answers answers = Answers.of(timelines);
        OptionalDouble tokens = sent.stream()
                .filter(request -> request.count() == images && images > 0)
                .mapToDouble(SentImages::tokens)
                .findFirst();
        return new FirstTokens(
                images,
                timelines.size(),
                Math.toIntExact(timelines.size() - answers.completed()),
                Math.toIntExact(answers.all().stream().filter(Answer::reasons).count()),
                tokens,
                Distribution.of(answers.values(Answer::timeToFirstToken)),
                Distribution.of(answers.values(Answer::timeToFirstOutputToken)),
                share(answers));
    }

    private static OptionalDouble share(Answers answers) {
        List<Answer> told = answers.all().stream()
                .filter(answer -> answer.reasoningTokens() >= 0 && answer.outputTokens() > 0)
                .toList();
        return told.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(100 * sum(told, Answer::reasoningTokens) / sum(told, Answer::outputTokens));
    }

    private static double sum(List<Answer> answers, ToDoubleFunction<Answer> formula) {
        return answers.stream().mapToDouble(formula).sum();
    }
}
