package io.kanoa.thorgate.report;

import io.kanoa.thorgate.workload.calibration.Calibration;
import io.kanoa.thorgate.workload.calibration.ClientTimingError;
import io.kanoa.thorgate.workload.calibration.ErrorSpread;
import java.util.ArrayList;
import java.util.List;

/** A run's calibration in words. */
public final class CalibrationText {

    private CalibrationText() {}

    /** One line for each number of streams, and one that says why if there is none; nothing where none was needed. */
    public static List<String> lines(Calibration calibration) {
        List<String> lines = new ArrayList<>();
        calibration.errors().forEach(error -> lines.add(line(error)));
        if (!calibration.problem().isEmpty()) {
            lines.add("client timing error unknown, so no target on times can be decided: " + calibration.problem());
        }
        return lines;
    }

    private static String line(ClientTimingError error) {
        return "client timing error, ms p50/p99/max, " + error.load() + ": ttft " + spread(error.firstToken())
                + ", gap " + spread(error.gap()) + ", delay " + spread(error.oneWayDelay());
    }

    private static String spread(ErrorSpread spread) {
        return number(spread.p50()) + "/" + number(spread.p99()) + "/" + number(spread.max());
    }

    private static String number(double millis) {
        return Figures.rounded(millis, 2).toPlainString();
    }
}
