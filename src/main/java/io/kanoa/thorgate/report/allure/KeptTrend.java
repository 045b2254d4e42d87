package io.kanoa.thorgate.report.allure;

import io.kanoa.thorgate.report.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the trend out of a report that is one file, so that the next report goes on with it. Allure leaves it in a folder only
 * where the report is a folder too.
 */
public final class KeptTrend {

    private static final Pattern TREND = Pattern.compile("d\\('history/([a-z-]{1,40}\\.json)','([A-Za-z0-9+/=]*+)'\\)");

    private KeptTrend() {}

    /**
     * Replaces what {@code history} holds of the files that {@code report} has.
     *
     * @return how many they were
     * @throws IOException if the report can't be read
     * @throws java.io.UncheckedIOException if a file can't be written
     */
    static int keep(Path report, Path history) throws IOException {
        Matcher trend = TREND.matcher(Files.readString(report, StandardCharsets.UTF_8));
        int kept = 0;
        while (trend.find()) {
            byte[] json = Base64.getDecoder().decode(trend.group(2));
            WholeFile.write(history.resolve(trend.group(1)), out -> out.write(json));
            kept++;
        }
        return kept;
    }

    /** What the build calls: the report, and the folder to keep its trend in. Without a report there is nothing to do. */
    public static void main(String[] files) throws IOException {
        Path report = Path.of(files[0]);
        if (Files.isRegularFile(report)) {
            keep(report, Path.of(files[1]));
        }
    }
}
