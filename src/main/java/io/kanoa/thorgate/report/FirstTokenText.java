package io.kanoa.thorgate.report;

import io.kanoa.thorgate.metrics.Distribution;
import io.kanoa.thorgate.metrics.FirstTokens;
import io.kanoa.thorgate.plan.Unit;
import java.util.List;
import java.util.Optional;

/** The table of first tokens by number of images, and with reasoning, in the words that every report uses. */
public final class FirstTokenText {

    /** Over the {@link #cells}. */
    public static final List<String> HEADS =
            List.of("images", "answers", "image tokens", "ttft p50", "ttft p95", "ttfo p50", "reasoning");

    private FirstTokenText() {}

    /** Those of a row; nothing where it has neither images nor reasoning. */
    public static List<FirstTokens> of(RowResult result) {
        return result.evidence().map(FirstTokens::of).orElse(List.of());
    }

    /** One line of the table. */
    public static List<String> cells(FirstTokens tokens) {
        return List.of(
                String.valueOf(tokens.images()),
                tokens.answers() + (tokens.failed() > 0 ? " (" + tokens.failed() + " failed)" : ""),
                tokens.imageTokens().isPresent()
                        ? Figures.of(tokens.imageTokens().getAsDouble(), Unit.TOKENS)
                        : "",
                millis(tokens.firstToken().map(Distribution::p50)),
                millis(tokens.firstToken().map(Distribution::p95)),
                millis(tokens.firstOutputToken().map(Distribution::p50)) + withoutOutput(tokens),
                reasoning(tokens));
    }

    /** Answers that ended while still reasoning have no first output token. */
    private static String withoutOutput(FirstTokens tokens) {
        int with = tokens.firstOutputToken().map(Distribution::n).orElse(0);
        int completed = tokens.answers() - tokens.failed();
        return with < completed ? " (" + with + " of " + completed + ")" : "";
    }

    private static String reasoning(FirstTokens tokens) {
        if (tokens.reasoned() == 0) {
            return "none";
        }
        return tokens.reasoningShare().isPresent()
                ? Figures.of(tokens.reasoningShare().getAsDouble(), Unit.PERCENT) + " of tokens"
                : tokens.reasoned() + " answers, tokens not told";
    }

    private static String millis(Optional<Double> value) {
        return value.map(v -> Figures.of(v, Unit.MILLISECONDS)).orElse(Figures.UNKNOWN);
    }
}
