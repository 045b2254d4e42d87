package io.kanoa.thorgate.plan;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one line of what a row must reach: {@code metric [statistic] comparison limit unit [across starts]}. Whether the
 * target makes sense is for {@link TargetRules} to say.
 */
final class TargetParser implements TextParser<Target> {

    private static final Pattern SHAPE = Pattern.compile("([^<>=]*)([<>=]+)([^<>=]*)");
    private static final Pattern ACROSS_STARTS = Pattern.compile("(.*?\\S)\\s++across\\s++starts");
    private static final String GRAMMAR = "metric [statistic] comparison limit unit [across starts]";

    private static final List<String> METRICS =
            Arrays.stream(Metric.values()).map(Metric::fieldName).toList();
    private static final List<String> STATISTICS =
            Arrays.stream(Statistic.values()).map(Statistic::word).toList();

    @Override
    public Target parse(String text) throws WrongTextException {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw new WrongTextException(
                    Quoted.of(text) + " is no target; write " + GRAMMAR + ", e.g. time_to_first_token p95 < 800 ms");
        }
        return target(
                words(shape.group(1)),
                comparison(shape.group(2)),
                shape.group(3).strip());
    }

    private static Target target(List<String> subject, Comparison comparison, String limit) throws WrongTextException {
        Metric metric = metric(subject.get(0));
        Statistic statistic = statistic(metric, subject.subList(1, subject.size()));
        Matcher acrossStarts = ACROSS_STARTS.matcher(limit);
        boolean ofBuild = acrossStarts.matches();
        Quantity quantity = QuantityParser.positive(metric.fieldName(), metric.unit())
                .parse(ofBuild ? acrossStarts.group(1) : limit);
        return new Target(metric, statistic, comparison, quantity, ofBuild ? Scope.BUILD : Scope.START);
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private static Comparison comparison(String sign) throws WrongTextException {
        return Comparison.of(sign)
                .orElseThrow(
                        () -> new WrongTextException("unknown comparison " + Quoted.of(sign) + "; use <, <=, > or >="));
    }

    private static Metric metric(String name) throws WrongTextException {
        return Metric.of(name)
                .orElseThrow(() ->
                        new WrongTextException("unknown metric " + Quoted.of(name) + NearestWord.hint(name, METRICS)));
    }

    private static Statistic statistic(Metric metric, List<String> words) throws WrongTextException {
        if (words.isEmpty()) {
            return metric.defaultStatistic();
        }
        String word = String.join(" ", words);
        return Statistic.of(word)
                .orElseThrow(() -> new WrongTextException(
                        "unknown statistic " + Quoted.of(word) + "; use one of " + String.join(", ", STATISTICS)));
    }
}
