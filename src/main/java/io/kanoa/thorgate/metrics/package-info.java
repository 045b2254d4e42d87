/**
 * Timelines and samples turned into named values. Start at {@link io.kanoa.thorgate.metrics.Metrics}, which takes the
 * {@link io.kanoa.thorgate.metrics.Evidence} of a row and gives the {@link io.kanoa.thorgate.metrics.Observations} behind
 * each metric; {@link io.kanoa.thorgate.metrics.Summary} condenses them for display.
 */
@NullMarked
package io.kanoa.thorgate.metrics;

import org.jspecify.annotations.NullMarked;
