package io.kanoa.thorgate.report.plot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A stretch of time, in seconds. */
public record Stretch(double from, double to) {

    /** The same stretches in order, with those joined that lie less than {@code apart} from each other. */
    static List<Stretch> joined(Collection<Stretch> stretches, double apart) {
        List<Stretch> joined = new ArrayList<>();
        stretches.stream().sorted(Comparator.comparingDouble(Stretch::from)).forEach(next -> {
            int last = joined.size() - 1;
            if (last >= 0 && next.from() - joined.get(last).to() < apart) {
                Stretch before = joined.get(last);
                joined.set(last, new Stretch(before.from(), Math.max(before.to(), next.to())));
            } else {
                joined.add(next);
            }
        });
        return joined;
    }
}
