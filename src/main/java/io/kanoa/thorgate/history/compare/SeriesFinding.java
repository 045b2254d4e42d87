package io.kanoa.thorgate.history.compare;

import io.kanoa.thorgate.history.Baseline;
import io.kanoa.thorgate.history.Finding;
import io.kanoa.thorgate.history.kept.Series;
import java.util.OptionalDouble;

/**
 * What became of one figure against earlier runs.
 *
 * @param series what is compared
 * @param baseline with what
 * @param value of this run, in the metric's unit
 * @param again value of the fresh run that had to confirm a suspicion; empty where none was made or gave none
 * @param finding the last word
 */
public record SeriesFinding(Series series, Baseline baseline, double value, OptionalDouble again, Finding finding) {

    /** Whether a fresh run has to tell whether this fails the row. */
    public boolean needsConfirmation() {
        return finding.decision() == Finding.Decision.SUSPECT && !finding.advisory();
    }
}
