/**
 * Sensors of the machine and their samples, on the clock of the timelines. Start at\n * {@link io.kanoa.thorgate.telemetry.Sensor}.
 */
@NullMarked
package io.kanoa.thorgate.telemetry;

import org.jspecify.annotations.NullMarked;
