/**
 * Sensors that listen to tools of the machine: tegrastats, nvidia-smi, nvtop. Start at {@link
 * io.kanoa.thorgate.telemetry.tool.ToolSensors}.
 */
@NullMarked
package io.kanoa.thorgate.telemetry.tool;

import org.jspecify.annotations.NullMarked;
