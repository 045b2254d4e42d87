package io.kanoa.thorgate.report.view;

import java.util.List;

/** What longer contexts cost one model on one engine. */
public record CurveView(String model, String engine, List<Line> lines) {

    /** One context. */
    public record Line(
            String row,
            Amount position,
            Amount inputSequenceLength,
            Amount timeToFirstToken,
            Amount prefillThroughputPerUser,
            Amount outputTokenThroughputPerUser,
            Amount engineMemoryPeak,
            Amount engineGpuMemoryPeak,
            Amount ceiling,
            Amount addedPer1000Tokens,
            List<Point> decodeByPosition) {}

    /** The decode rate between two positions in the context. */
    public record Point(Amount from, Amount to, Amount rate) {}
}
