package io.kanoa.thorgate.report.ci;

import com.fasterxml.jackson.databind.JsonNode;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.Figures;
import io.kanoa.thorgate.verdict.Decision;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One target of a row as a results file tells it; a row that has none is a line too.
 *
 * @param target as the plan writes it; empty where the row has none
 * @param reason why it is no PASS
 */
record RunLine(String row, String models, String target, String verdict, JsonNode figures, String reason) {

    static Stream<RunLine> of(JsonNode row) {
        if (row.path("targets").isEmpty()) {
            return Stream.of(new RunLine(
                    row.path("id").asText(),
                    models(row),
                    "",
                    row.path("verdict").asText(),
                    row.path("targets"),
                    row.path("reason").asText()));
        }
        return RunFile.stream(row.path("targets"))
                .map(target -> new RunLine(
                        row.path("id").asText(),
                        models(row),
                        target.path("target").asText(),
                        target.path("verdict").asText(),
                        target,
                        reason(row, target)));
    }

    private static String models(JsonNode row) {
        return RunFile.stream(row.path("work").path("models"))
                .map(model -> model.path("model").asText() + " on "
                        + model.path("engine").asText())
                .collect(Collectors.joining(", "));
    }

    private static String reason(JsonNode row, JsonNode target) {
        String own = target.path("reason").asText();
        return own.isBlank() ? row.path("reason").asText() : own;
    }

    boolean isPass() {
        return verdict.equals("PASS");
    }

    /** Whether a target was missed; otherwise it could not be decided. */
    boolean isMiss() {
        return Arrays.stream(Decision.values())
                .anyMatch(known -> known.isMiss() && known.name().equals(verdict));
    }

    String measured() {
        return shown("measured");
    }

    /** The confidence bound on the limit's side. */
    String bound() {
        boolean isUpper = figures.path("comparison").asText().startsWith("<");
        String value = shown(isUpper ? "upper_bound" : "lower_bound");
        return value.equals(Figures.UNKNOWN) ? value : (isUpper ? "<= " : ">= ") + value;
    }

    /** The measured value in the metric's own unit. */
    OptionalDouble value() {
        JsonNode value = figures.path("measured").path("value");
        return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
    }

    private String shown(String key) {
        JsonNode quantity = figures.path(key);
        double value = quantity.path("value").asDouble(Double.NaN);
        String symbol = quantity.path("unit").asText();
        return Unit.of(symbol).map(unit -> Figures.of(value, unit)).orElse(Figures.UNKNOWN);
    }
}
