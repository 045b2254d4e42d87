/**
 * What the measuring itself costs: the streaming client reads answers whose true times another process knows. Start at
 * {@link io.kanoa.thorgate.workload.calibration.Calibrator}, which gives a
 * {@link io.kanoa.thorgate.workload.calibration.ClientTimingError} for each number of streams that a run uses.
 */
@NullMarked
package io.kanoa.thorgate.workload.calibration;

import org.jspecify.annotations.NullMarked;
