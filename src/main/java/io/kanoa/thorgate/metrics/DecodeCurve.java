package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.stream.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How fast tokens were decoded at which position of the context: each token attends to all before it, so later ones take
 * longer. Answers are cut into parts of equal length; a part's rate is the sum of its tokens over the sum of their time.
 *
 * @param points in the order of position; empty where no answer came in enough parts
 */
public record DecodeCurve(List<Point> points) {

    /** Parts that an answer is cut into. */
    static final int PARTS = 8;

    /**
     * A part of the answers.
     *
     * @param fromPosition mean position of its first token in the context, prompt included
     * @param toPosition mean position of the token after its last
     * @param tokensPerSecond in it; NaN where no time passed
     */
    public record Point(double fromPosition, double toPosition, double tokensPerSecond) {}

    public DecodeCurve {
        points = List.copyOf(points);
    }

    /** Of answers that were completed; others are left out. */
    public static DecodeCurve of(List<Timeline> timelines) {
        List<Pace> paces = Answers.of(timelines).all().stream()
                .map(Answer::pace)
                .filter(pace -> pace.isCutInto(PARTS))
                .toList();
        List<Point> points = new ArrayList<>();
        for (int part = 0; part < PARTS && !paces.isEmpty(); part++) {
            points.add(point(paces, part));
        }
        return new DecodeCurve(points);
    }

    /** Position in the middle of all points. */
    public OptionalDouble middle() {
        return points.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of((points.get(0).fromPosition()
                                + points.get(points.size() - 1).toPosition())
                        / 2);
    }

    private static Point point(List<Pace> paces, int part) {
        double seconds =
                paces.stream().mapToDouble(pace -> pace.seconds(part, PARTS)).sum();
        double tokens =
                paces.stream().mapToDouble(pace -> pace.tokens() / PARTS).sum();
        double first = paces.stream()
                .mapToDouble(pace -> pace.position(part, PARTS))
                .average()
                .orElseThrow();
        double next = paces.stream()
                .mapToDouble(pace -> pace.position(part + 1, PARTS))
                .average()
                .orElseThrow();
        return new Point(first, next, seconds > 0 ? tokens / seconds : Double.NaN);
    }
}
