package io.kanoa.thorgate.report.export;

import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.report.WholeFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All formats at once, beside the results file. Each is written whatever the verdict. */
public final class Exports {

    private static final Map<String, Format> FORMATS = new TreeMap<>(Map.of(
            "junit.xml", Format.whole(JunitXml::of),
            "metrics.prom", OpenMetrics::write,
            "results.csv", ResultsCsv::write,
            "benchmark-smaller-is-better.json", Format.whole(run -> ActionBenchmark.of(run, false)),
            "benchmark-bigger-is-better.json", Format.whole(run -> ActionBenchmark.of(run, true)),
            "bencher.json", Format.whole(BencherJson::of)));

    private Exports() {}

    /**
     * Replaces the files in {@code folder}, which is made where it is missing.
     *
     * @return their names, sorted
     * @throws java.io.UncheckedIOException if one can't be written
     */
    public static List<String> write(RunResult run, Path folder) {
        FORMATS.forEach((name, format) -> write(folder.resolve(name), run, format));
        return List.copyOf(FORMATS.keySet());
    }

    /**
     * Writes figures where Allure 3 looks for them.
     *
     * @throws java.io.UncheckedIOException if they can't be written
     */
    public static void writeForAllure(RunResult run, Path allureResults) {
        write(allureResults.resolve(AllureMetrics.FILE_NAME), run, Format.whole(AllureMetrics::of));
    }

    private static void write(Path file, RunResult run, Format format) {
        WholeFile.write(file, out -> format.write(run, out));
    }
}
