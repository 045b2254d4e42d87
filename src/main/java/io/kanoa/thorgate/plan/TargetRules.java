package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What makes a target that can be read nevertheless wrong. */
final class TargetRules {

    private static final Set<Metric> SHARES = Set.of(
            Metric.BACKGROUND_COMPLETION_RATIO,
            Metric.REQUEST_FAILURE_RATIO,
            Metric.REASONING_TOKEN_SHARE,
            Metric.THROTTLED_RATIO,
            Metric.FORMATS_SERVED,
            Metric.VECTOR_QUERY_COMPLETION_RATIO,
            Metric.VECTOR_SEARCH_RECALL);
    /** Beside a chat as many fall due as its length allows; alone as many as the plan says. */
    private static final Set<Metric> QUERIES = Set.of(Metric.VECTOR_QUERY_LATENCY, Metric.VECTOR_QUERY_LATENCY_ALONE);

    private static final int MOST_LISTED = 8;

    private TargetRules() {}

    /** Reports what is wrong with the target whatever row it stands in. */
    static void checkAlone(Placed<Target> placed) {
        Target target = placed.value();
        if (target.comparison().isUpperLimit() == target.metric().higherIsBetter()) {
            placed.at().problem(wrongWay(target));
        }
        if (!hasStatistic(target)) {
            placed.at()
                    .problem(target.metric() + " is always a " + target.metric().defaultStatistic() + "; it has no "
                            + target.statistic());
        }
        if (SHARES.contains(target.metric()) && !canBeMet(target)) {
            placed.at().problem("no value can meet " + target + "; a share lies between 0 and 100 %");
        }
    }

    /** Reports targets of one list that speak about the same figure. */
    static void checkTogether(List<Placed<Target>> targets) {
        for (int i = 0; i < targets.size(); i++) {
            for (int j = 0; j < i; j++) {
                checkPair(targets.get(j).value(), targets.get(i));
            }
        }
    }

    /** Reports a target that this kind of work gives no value for. */
    static void checkYielded(Placed<Target> placed, String row, RowKind kind) {
        Metric metric = placed.value().metric();
        Set<Metric> yielded = YieldedMetrics.of(kind.work());
        if (!yielded.contains(metric)) {
            placed.at()
                    .problem("row " + row + " yields no " + metric + "; " + kind.title() + " yields " + list(yielded));
        }
    }

    /** Reports a quantile that a row asks too few requests for. */
    static void checkSample(Placed<Target> placed, Row row, String id, String profile) {
        int needed = SmallestSample.of(placed.value());
        boolean isOfQueries = row.work() instanceof Work.VectorSearch
                && QUERIES.contains(placed.value().metric());
        int given = isOfQueries
                ? ((Work.VectorSearch) row.work()).retrieval().queries()
                : row.sampling().requests();
        if (given < needed) {
            String asked = isOfQueries ? " queries" : " requests";
            placed.at()
                    .problem(placed.value().metric() + " " + placed.value().statistic()
                            + " cannot pass with fewer than " + needed + asked + ", and row " + id + " has "
                            + given + " in profile " + profile);
        }
    }

    private static void checkPair(Target earlier, Placed<Target> later) {
        Target target = later.value();
        if (!earlier.subject().equals(target.subject())) {
            return;
        }
        boolean exclude =
                earlier.comparison().isUpperLimit() != target.comparison().isUpperLimit()
                        && !earlier.metBy(target.limitInMetricUnit());
        later.at()
                .problem(
                        exclude
                                ? "no value can meet both " + earlier + " and " + target
                                : earlier.subject() + " already has the target " + earlier.bound());
    }

    private static String wrongWay(Target target) {
        return target.metric() + " is better " + (target.metric().higherIsBetter() ? "higher" : "lower") + ", so "
                + Quoted.of(target.bound()) + " asks for the worse; turn the comparison round";
    }

    private static boolean hasStatistic(Target target) {
        return target.metric().defaultStatistic() == Statistic.P50
                || target.statistic() == target.metric().defaultStatistic();
    }

    private static boolean canBeMet(Target target) {
        return target.metBy(0) || target.metBy(100);
    }

    private static String list(Set<Metric> metrics) {
        if (metrics.isEmpty()) {
            return "none";
        }
        return metrics.stream()
                        .sorted()
                        .limit(MOST_LISTED)
                        .map(Metric::fieldName)
                        .collect(Collectors.joining(", "))
                + (metrics.size() > MOST_LISTED ? ", ..." : "");
    }
}
