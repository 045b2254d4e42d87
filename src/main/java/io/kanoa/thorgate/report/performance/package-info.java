/**
 * Makes the performance report of a run, at its end or later. Start at
 * {@link io.kanoa.thorgate.report.performance.PerformanceReport}.
 */
@NullMarked
package io.kanoa.thorgate.report.performance;

import org.jspecify.annotations.NullMarked;
