/**
 * Samples of the machine, on the clock of the timelines: what a sensor is, who reads it, what is kept. Start at {@link
 * io.kanoa.thorgate.telemetry.Sampler}; the sensors themselves are in {@code telemetry.machine} and {@code
 * telemetry.tool}.
 */
@NullMarked
package io.kanoa.thorgate.telemetry;

import org.jspecify.annotations.NullMarked;
