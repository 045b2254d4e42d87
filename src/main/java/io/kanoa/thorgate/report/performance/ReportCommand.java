package io.kanoa.thorgate.report.performance;

import io.kanoa.thorgate.report.view.UnreadableResultsException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the report again from results that are there: {@code mvn -q compile exec:java}. It runs nothing. */
public final class ReportCommand {

    private static final String RESULTS = "benchmark_results.json";
    private static final Path DEFAULT = Path.of("target", "gate");

    private ReportCommand() {}

    /** @param arguments a results file or its folder; {@code -Dgate.results} or {@code target/gate} otherwise */
    public static void main(String[] arguments) {
        int status = run(arguments, System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** @return the exit status: 0 where the report was written, 2 where the results can't be read, 1 otherwise */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            PerformanceReport report = PerformanceReport.write(results(arguments));
            out.println("report   " + report.html());
            out.println("markdown " + report.markdown());
            return 0;
        } catch (UnreadableResultsException e) {
            err.println(e.getMessage());
            return 2;
        } catch (UncheckedIOException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private static Path results(String[] arguments) {
        Path named = arguments.length > 0
                ? Path.of(arguments[0])
                : Path.of(System.getProperty("gate.results", DEFAULT.toString()));
        return Files.isDirectory(named) || !named.toString().endsWith(".json") ? named.resolve(RESULTS) : named;
    }
}
