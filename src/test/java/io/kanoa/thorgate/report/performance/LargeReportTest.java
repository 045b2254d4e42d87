package io.kanoa.thorgate.report.performance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.report.json.RawData;
import io.kanoa.thorgate.report.json.ResultsJson;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 20 rows and 10 000 requests, each of 256 tokens: what the report may take of space and time. */
class LargeReportTest {

    private static final long MEGABYTE = 1_000_000;

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @TempDir
    Path folder;

    @Test
    void report_isSmallAndSoonMade_andRawDataAreSmall() throws IOException {
        Path results = write(new LargeRun().of(20, 500));

        PerformanceReport report = PerformanceReport.write(results);
        double seconds = secondsToWrite(results);

        System.out.printf(
                "report %.2f MB in %.2f s, raw data %.1f MB, results %.2f MB%n",
                mega(Files.size(report.html())), seconds, mega(size(folder.resolve("raw"))), mega(Files.size(results)));
        assertThat(Files.size(report.html())).isLessThan(5 * MEGABYTE);
        assertThat(seconds).isLessThan(5);
        assertThat(size(folder.resolve("raw"))).isLessThan(50 * MEGABYTE);
        assertThat(Files.readString(report.html())).contains("row-A19@4k-plot-4");
    }

    @Test
    void reportOfManyRows_isMadeInASmallHeap() throws Exception {
        Path results = write(new LargeRun().of(400, 2));

        Process maker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReportCommand.class.getName(),
                        results.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(maker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(maker.waitFor()).as("%s", told).isZero();
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("row-A399@4k-plot-4")
                .endsWith("</html>");
    }

    /** The results, with the raw data beside them. */
    private Path write(RunResult run) {
        RawData raw = new RawData(folder);
        run.rows().forEach(raw::write);
        return new ResultsJson(folder).write(run);
    }

    /** The lesser of wall clock and processor time, since other tests share the processors. */
    private static double secondsToWrite(Path results) {
        long began = System.nanoTime();
        long spent = PROCESS.getProcessCpuTime();
        PerformanceReport.write(results);
        return Math.min(System.nanoTime() - began, PROCESS.getProcessCpuTime() - spent) / 1e9;
    }

    private static double mega(long bytes) {
        return (double) bytes / MEGABYTE;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
