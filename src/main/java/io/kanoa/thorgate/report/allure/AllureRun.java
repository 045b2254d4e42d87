package io.kanoa.thorgate.report.allure;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kanoa.thorgate.report.CalibrationText;
import io.kanoa.thorgate.report.PlainText;
import io.kanoa.thorgate.report.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What Allure shows of the run as a whole: its environment, and the categories of rows that did not pass. */
public final class AllureRun {

    private static final int LONGEST = 300;
    private static final String INFEASIBLE = "[\\s\\S]*\\bINFEASIBLE\\b[\\s\\S]*";
    private static final String REGRESSION = "[^\\n:]*: REGRESSION\\b[\\s\\S]*";
    private static final String INCONCLUSIVE = "[\\s\\S]*\\bINCONCLUSIVE\\b[\\s\\S]*";

    private static final String UNSTEADY = "[^\\n:]*: INCONCLUSIVE: unsteady: [\\s\\S]*";

    /** A category of Allure's; a row belongs to it by its status and the message of its failure. */
    private record Category(String name, List<String> matchedStatuses, String messageRegex) {}

    private static final List<Category> CATEGORIES = List.of(
            new Category("Beyond physics", List.of("failed"), INFEASIBLE),
            new Category("Regression", List.of("failed"), REGRESSION),
            new Category("Missed target", List.of("failed"), without(INFEASIBLE + "|" + REGRESSION)),
            new Category("Unsteady", List.of("broken"), UNSTEADY),
            new Category("Could not be decided", List.of("broken"), "(?!" + UNSTEADY + ")" + INCONCLUSIVE),
            new Category("Could not be measured", List.of("broken"), without(INCONCLUSIVE)));

    private AllureRun() {}

    /**
     * Writes {@code environment.properties} and {@code categories.json}. Categories tell rows apart by the decision's name in
     * the message of the failure, which must therefore hold it.
     *
     * @throws UncheckedIOException if they can't be written
     */
    public static void write(Path allureResults, RunResult run) {
        try {
            Files.createDirectories(allureResults);
            Files.writeString(allureResults.resolve("environment.properties"), environment(run));
            Files.writeString(
                    allureResults.resolve("categories.json"),
                    new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(CATEGORIES));
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write into the Allure results folder " + allureResults, e);
        }
    }

    private static String environment(RunResult run) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("verdict", run.verdict());
        all.put("plan", run.planTitle());
        all.put("profile", run.profile());
        all.put("device", run.device());
        all.putAll(run.environment());
        List<String> timing = CalibrationText.lines(run.calibration());
        for (int i = 0; i < timing.size(); i++) {
            all.put("timing " + (i + 1), timing.get(i));
        }
        for (int i = 0; i < run.notes().size(); i++) {
            all.put("note " + (i + 1), run.notes().get(i));
        }
        return all.entrySet().stream()
                .map(entry -> escaped(entry.getKey(), " :=#!") + " = " + escaped(entry.getValue(), "") + "\n")
                .collect(Collectors.joining());
    }

    private static String escaped(String untrusted, String special) {
        return PlainText.line(untrusted, LONGEST)
                .chars()
                .mapToObj(c -> escaped((char) c, special))
                .collect(Collectors.joining());
    }

    private static String escaped(char c, String special) {
        if (c > '~') {
            return String.format("\\u%04x", (int) c);
        }
        return c == '\\' || special.indexOf(c) >= 0 ? "\\" + c : String.valueOf(c);
    }

    private static String without(String regex) {
        return "(?!" + regex + ")[\\s\\S]*";
    }
}
