/**
 * Earlier runs of a row, and whether a new one is slower. So far the statistics only: pure functions over one value a run.
 * Start at {@link io.kanoa.thorgate.history.RegressionRule}.
 */
@NullMarked
package io.kanoa.thorgate.history;

import org.jspecify.annotations.NullMarked;
