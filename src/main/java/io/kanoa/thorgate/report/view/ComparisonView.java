package io.kanoa.thorgate.report.view;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same model under the same work on several engines. */
public record ComparisonView(String id, String model, List<String> engines, List<Line> metrics) {

    /**
     * One metric.
     *
     * @param values one an engine, in their order; null where one has none
     * @param winner the engine that is better beyond doubt, or empty
     */
    public record Line(
            String metric,
            String unit,
            @JsonSetter(contentNulls = Nulls.SET) List<@Nullable Double> values,
            String outcome,
            String winner,
            @Nullable Lead lead) {

        public Amount value(int engine) {
            Double value = engine < values.size() ? values.get(engine) : null;
            return new Amount(value == null ? Double.NaN : value, unit);
        }
    }

    /** How the best stands to the next best, with a 95 % interval; a bound that is not known is null. */
    public record Lead(
            @Nullable Double value,
            @Nullable Double lower,
            @Nullable Double upper) {}
}
