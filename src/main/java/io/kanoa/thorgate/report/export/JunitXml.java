package io.kanoa.thorgate.report.export;

import io.kanoa.thorgate.plan.OutsideRow;
import io.kanoa.thorgate.report.PlainText;
import io.kanoa.thorgate.report.RowReason;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.report.TargetLine;
import io.kanoa.thorgate.verdict.Decision;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * JUnit XML as CI servers read it: one suite a scenario, one case a row, by a name that stays the same from run to run.
 * Missed targets are failures; what could not be decided, measured or was never run is an error; rows outside the profile, and
 * those that a dry run only looked at, are skipped. Figures are properties of a case.
 */
final class JunitXml {

    private static final int LONGEST = 500;
    private static final double NANOS = 1e9;

    private final RunResult run;
    private final XmlText xml = new XmlText();

    private JunitXml(RunResult run) {
        this.run = run;
    }

    static String of(RunResult run) {
        return new JunitXml(run).text();
    }

    private String text() {
        Map<String, String> counts = counts(run.rows(), run.outside());
        counts.put("time", Numbers.text(run.duration().toNanos() / NANOS));
        xml.open("testsuites", with("name", RowTexts.line(run.planTitle()), counts));
        scenarios().forEach(this::suite);
        xml.close();
        return xml.text();
    }

    private TreeSet<String> scenarios() {
        return Stream.concat(
                        run.rows().stream().map(row -> row.row().scenario()),
                        run.outside().stream().map(OutsideRow::scenario))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void suite(String scenario) {
        List<RowResult> rows = run.rows().stream()
                .filter(row -> row.row().scenario().equals(scenario))
                .toList();
        List<OutsideRow> outside = run.outside().stream()
                .filter(row -> row.scenario().equals(scenario))
                .toList();
        Map<String, String> counts = counts(rows, outside);
        counts.put(
                "time",
                Numbers.text(rows.stream().mapToLong(RowResult::durationNanos).sum() / NANOS));
        counts.put("timestamp", run.started().truncatedTo(ChronoUnit.SECONDS).toString());
        xml.open("testsuite", with("name", suiteName(scenario), counts));
        properties();
        rows.forEach(this::testCase);
        outside.forEach(this::outside);
        xml.close();
    }

    private void properties() {
        xml.open("properties", Map.of());
        property("plan", run.planTitle());
        property("profile", run.profile());
        property("device", run.device());
        property("verdict", run.verdict());
        run.environment().forEach(this::property);
        xml.close();
    }

    private void testCase(RowResult row) {
        Map<String, String> place = place(row.row().scenario());
        place.put("time", Numbers.text(row.durationNanos() / NANOS));
        xml.open("testcase", with("name", RowTexts.of(row).name(), place));
        figures(row);
        outcome(row);
        xml.close();
    }

    private void figures(RowResult row) {
        List<Headline> figures = Headline.of(row);
        if (!figures.isEmpty()) {
            xml.open("properties", Map.of());
            figures.forEach(figure -> property(
                    figure.name(),
                    Numbers.text(figure.value()) + " " + figure.metric().unit()));
            xml.close();
        }
    }

    private void outcome(RowResult row) {
        Decision decision = row.decision();
        String message = line(decision + ": " + RowReason.firstLine(row));
        if (decision == Decision.NOT_RUN && run.dryRun()) {
            xml.empty("skipped", Map.of("message", message));
        } else if (decision != Decision.PASS) {
            Map<String, String> why = new LinkedHashMap<>(Map.of("message", message));
            xml.leaf(decision.isMiss() ? "failure" : "error", with("type", decision.name(), why), detail(row));
        }
    }

    private static String detail(RowResult row) {
        return Stream.concat(
                        TargetLine.of(row).stream()
                                .map(target -> target.decision() + " " + target.target() + ": measured "
                                        + target.measuredText() + ", bound " + target.boundText()),
                        Stream.of("again: " + row.repeatCommand()))
                .map(JunitXml::line)
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    private void outside(OutsideRow row) {
        xml.open("testcase", with("name", RowTexts.line(row.id()), place(row.scenario())));
        xml.empty("skipped", Map.of("message", line("outside profile " + run.profile() + ": " + row.reason())));
        xml.close();
    }

    private Map<String, String> counts(List<RowResult> rows, List<OutsideRow> outside) {
        long skipped = run.dryRun() ? count(rows, Decision.NOT_RUN) : 0;
        long failures = rows.stream().filter(row -> row.decision().isMiss()).count();
        long passed = count(rows, Decision.PASS);
        Map<String, String> counts = new LinkedHashMap<>();
        counts.put("tests", String.valueOf(rows.size() + outside.size()));
        counts.put("failures", String.valueOf(failures));
        counts.put("errors", String.valueOf(rows.size() - passed - failures - skipped));
        counts.put("skipped", String.valueOf(skipped + outside.size()));
        return counts;
    }

    private static long count(List<RowResult> rows, Decision decision) {
        return rows.stream().filter(row -> row.decision() == decision).count();
    }

    private Map<String, String> place(String scenario) {
        return new LinkedHashMap<>(Map.of("classname", suiteName(scenario)));
    }

    private String suiteName(String scenario) {
        return RowTexts.line("thor-gate." + run.profile() + "." + scenario);
    }

    private void property(String name, String value) {
        xml.empty("property", with("name", line(name), new LinkedHashMap<>(Map.of("value", line(value)))));
    }

    private static Map<String, String> with(String first, String value, Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(Map.of(first, value));
        all.putAll(others);
        return all;
    }

    private static String line(String untrusted) {
        return PlainText.line(untrusted, LONGEST);
    }
}
