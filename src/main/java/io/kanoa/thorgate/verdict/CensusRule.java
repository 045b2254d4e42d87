package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.metrics.Observations.Census;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;

/** A share of all that there is. Nothing is estimated: the bounds are what it is if what is open holds, or does not. */
final class CensusRule {

    private static final String METHOD = "all were tried";

    private CensusRule() {}

    static Assessment assess(Target target, Census census) {
        double lower = share(target, census.hits(), census);
        double upper = share(target, census.hits() + census.open(), census);
        boolean lowerMeets = target.metBy(lower);
        boolean upperMeets = target.metBy(upper);
        return new Assessment(
                lower,
                lower,
                upper,
                lowerMeets && upperMeets,
                !lowerMeets && !upperMeets,
                census.total(),
                METHOD,
                String.join("; ", census.remarks()));
    }

    private static double share(Target target, int hits, Census census) {
        return Unit.TIMES.to(target.metric().unit(), (double) hits / census.total());
    }
}
