/**
 * Sensors that read the kernel's own files under {@code /proc} and {@code /sys}. Start at {@link
 * io.kanoa.thorgate.telemetry.machine.MachineSensors}, which finds those that work here.
 */
@NullMarked
package io.kanoa.thorgate.telemetry.machine;

import org.jspecify.annotations.NullMarked;
