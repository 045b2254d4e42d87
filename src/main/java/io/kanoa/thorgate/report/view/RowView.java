package io.kanoa.thorgate.report.view;

import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.verdict.Decision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of the results. */
public record RowView(
        String id,
        String scenario,
        Decision verdict,
        String reason,
        String started,
        Amount duration,
        String repeat,
        WorkView work,
        Map<String, Amount> sampling,
        @Nullable CourseView course,
        List<TargetView> targets,
        List<MetricView> metrics,
        Map<String, Map<String, String>> requests,
        List<StartView> starts,
        List<SwapView> swaps,
        List<FormatView> formats,
        List<CrossCheckView> crossCheck,
        List<String> warnings,
        List<String> throttledBy,
        @Nullable Raw raw,
        @Nullable PhysicsView physics,
        List<OpinionView> secondOpinions,
        List<String> engineLog) {

    /** What a row does. */
    public record WorkView(
            String kind,
            List<Part> models,
            List<Engine> engines,
            List<String> others,
            String context,
            Amount contextLength,
            String workload,
            List<String> roles,
            boolean reasoning) {

        static final WorkView NONE =
                new WorkView("", List.of(), List.of(), List.of(), "", Amount.UNKNOWN, "", List.of(), false);

        /** The titles of the models that took part, with what stands between them. */
        public String titles() {
            String joint = kind.equals("swap") ? " \u2192 " : " + ";
            return String.join(
                    joint,
                    java.util.stream.Stream.concat(models.stream().map(Part::planned), others.stream())
                            .toList());
        }

        /** The context as the plan writes it, or else the kind of work. */
        public String what() {
            return context.isEmpty() ? kind : context;
        }

        public boolean isSingleUser() {
            return kind.equals("single user");
        }
    }

    /** A model and what it does in the row. */
    public record Part(
            String role,
            String model,
            String title,
            String source,
            String precision,
            boolean standIn,
            String inPlaceOf,
            String engine)
            implements Served {}

    public record Engine(String engine, String driver, List<String> arguments) {}

    /** Where the raw data are, relative to the results file. */
    public record Raw(String timelines, String samples) {}

    public record StartView(
            String version,
            String modelFile,
            Amount process,
            Amount weights,
            Amount ready,
            Amount load,
            List<String> commandLine) {}

    /**
     * One swap in parts.
     *
     * @param direction {@code there} as the row says, or {@code back}
     * @param files where those of the model that came were: {@code cold}, {@code warm} or {@code no disk}
     */
    public record SwapView(
            String direction,
            String files,
            Amount unload,
            Amount process,
            Amount weights,
            Amount ready,
            Amount firstToken,
            Amount total) {}

    public record FormatView(String format, String layout, String outcome, String held, String words) {}

    /** The engine's own figure beside the client's. */
    public record CrossCheckView(String what, Amount engine, Amount client, Amount disagreement, Amount n) {}

    public record PhysicsView(
            String outcome,
            Amount ceiling,
            Amount shareOfCeiling,
            Amount memory,
            Amount loadFloor,
            String loading,
            List<String> arithmetic) {}

    public record OpinionView(String tool, String failure, List<OtherFigure> figures) {}

    /** A figure of another tool. */
    public record OtherFigure(
            String name, String formula, @Nullable Double value, String unit, String ourMetric) {

        public Amount amount() {
            return new Amount(value == null ? Double.NaN : value, unit);
        }
    }

    public RowView {
        work = work == null ? WorkView.NONE : work;
        verdict = verdict == null ? Decision.NOT_RUN : verdict;
    }

    /** Whether other weights than the plan's served in it. */
    public boolean isStoodInFor() {
        return work.models().stream().anyMatch(Part::isStoodInFor);
    }

    public boolean passed() {
        return verdict == Decision.PASS;
    }

    /** What was observed of {@code metric}; empty where nothing is told of it. */
    public Optional<MetricView> metric(Metric metric) {
        return metrics.stream()
                .filter(observed -> observed.metric().equals(metric.fieldName()))
                .findFirst();
    }

    /** The one figure of {@code metric}: over all requests where there is such a value, else the median. */
    public Amount figure(Metric metric) {
        return metric(metric).map(MetricView::figure).orElse(Amount.UNKNOWN);
    }

    /** The most tokens a second that physics allows one stream. */
    public Amount ceiling() {
        return physics == null ? Amount.UNKNOWN : physics.ceiling();
    }
}
