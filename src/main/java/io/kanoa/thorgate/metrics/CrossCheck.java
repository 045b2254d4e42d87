package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.stream.EngineTimings;
import io.kanoa.thorgate.stream.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The engine's own timing of a row's answers beside the client's, over all completed requests whose answers carry it.
 *
 * <p>Like is compared with like. An engine's {@code predicted_ms} (llama.cpp; Ollama's {@code total_duration -
 * load_duration - prompt_eval_duration}, since its {@code eval_duration} leaves out the choice of tokens) starts when
 * the first token is there and ends with the last, so n tokens took n - 1 steps in it, exactly as in the client's span
 * from the first chunk to the last; the engine's own "tokens per second" divides n by it and is not used. Its
 * {@code prompt_ms} ends with the first token too but starts when the engine takes the prompt up, so the client's time
 * to first token holds also what comes before: transfer, template, tokenizer, queue. There the client is expected to be
 * the slower one, by what an engine does not count.
 *
 * @param quantity what was compared
 * @param engine rate by the engine's clock, tok/s
 * @param client rate by the client's clock, tok/s
 * @param n answers behind it
 */
public record CrossCheck(Quantity quantity, double engine, double client, int n) {

    /** Percent from which on a disagreement is worth a warning. */
    public static final double WORTH_A_WARNING = 2;

    /** What is compared, and how. */
    public enum Quantity {
        DECODE_RATE(
                "decode_rate",
                "sum(predicted tokens - 1) / sum(predicted time)",
                "sum(output tokens - tokens in the first chunk) / sum(last content - first content)"),
        PREFILL_RATE(
                "prefill_rate",
                "sum(prompt tokens) / sum(prompt time)",
                "sum(prompt tokens) / sum(time_to_first_token)");

        private final String fieldName;
        private final String engineFormula;
        private final String clientFormula;

        Quantity(String fieldName, String engineFormula, String clientFormula) {
            this.fieldName = fieldName;
            this.engineFormula = engineFormula;
            this.clientFormula = clientFormula;
        }

        public String fieldName() {
            return fieldName;
        }

        /** How the engine's value comes about. */
        public String engineFormula() {
            return engineFormula;
        }

        /** How the client's value comes about. */
        public String clientFormula() {
            return clientFormula;
        }
    }

    /** One answer with the engine's view of it; NaN is what it does not give, and all times of one that failed. */
    private record Pair(Answer client, EngineTimings engine) {

        double engineSteps() {
            return positive(engine.predictedTokens() - 1);
        }

        double engineDecodeSeconds() {
            return positive(engine.predictedNanos()) / 1e9;
        }

        double enginePromptTokens() {
            return positive(engine.promptTokens());
        }

        double enginePromptSeconds() {
            return positive(engine.promptNanos()) / 1e9;
        }

        private static double positive(double value) {
            return value > 0 ? value : Double.NaN;
        }
    }

    /** What can be compared in the measured answers of a row; empty where its engine reports no timing. */
    public static List<CrossCheck> of(Evidence evidence) {
        List<Pair> pairs =
                evidence.measured().stream().flatMap(CrossCheck::pair).toList();
        return Stream.of(
                        compare(
                                Quantity.DECODE_RATE,
                                pairs,
                                Pair::engineSteps,
                                Pair::engineDecodeSeconds,
                                pair -> pair.client().decodedTokens(),
                                pair -> pair.client().decodeSeconds()),
                        compare(
                                Quantity.PREFILL_RATE,
                                pairs,
                                Pair::enginePromptTokens,
                                Pair::enginePromptSeconds,
                                Pair::enginePromptTokens,
                                pair -> pair.client().prefillSeconds()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** How far the client's value is from the engine's, in percent of the engine's; negative where the client is slower. */
    public double disagreement() {
        return Unit.TIMES.to(Unit.PERCENT, client / engine - 1);
    }

    public boolean isWorthAWarning() {
        return Math.abs(disagreement()) > WORTH_A_WARNING;
    }

    private static Stream<Pair> pair(Timeline timeline) {
        return timeline.engineTimings().stream().map(engine -> new Pair(new Answer(timeline), engine));
    }

    private static Optional<CrossCheck> compare(
            Quantity quantity,
            List<Pair> pairs,
            ToDoubleFunction<Pair> engineTokens,
            ToDoubleFunction<Pair> engineSeconds,
            ToDoubleFunction<Pair> clientTokens,
            ToDoubleFunction<Pair> clientSeconds) {
        List<Pair> whole = pairs.stream()
                .filter(pair -> Stream.of(engineTokens, engineSeconds, clientTokens, clientSeconds)
                        .allMatch(part -> part.applyAsDouble(pair) > 0))
                .toList();
        double engine = sum(whole, engineTokens) / sum(whole, engineSeconds);
        double client = sum(whole, clientTokens) / sum(whole, clientSeconds);
        return whole.isEmpty() ? Optional.empty() : Optional.of(new CrossCheck(quantity, engine, client, whole.size()));
    }

    private static double sum(List<Pair> pairs, ToDoubleFunction<Pair> part) {
        return pairs.stream().mapToDouble(part).sum();
    }
}
