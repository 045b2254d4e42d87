/**
 * Pictures of a row. The only package that knows the charting library. Start at
 * {@link io.kanoa.thorgate.report.plot.LatencyPlot}; {@link io.kanoa.thorgate.report.plot.SteadinessPlot} shows whether a
 * row's speed was steady.
 */
@NullMarked
package io.kanoa.thorgate.report.plot;

import org.jspecify.annotations.NullMarked;
