package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.telemetry.SampleChannels;
import io.kanoa.thorgate.telemetry.Sensor;
import io.kanoa.thorgate.telemetry.machine.MachineSensors;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Memory available to new programs now, in bytes, read at once; NaN where that cannot be read. */
final class MemoryGauge implements DoubleSupplier {

    private final Optional<Sensor> sensor;

    /** @param root of the file system, {@code /} */
    MemoryGauge(Path root) {
        this.sensor = MachineSensors.memory(root);
    }

    @Override
    public double getAsDouble() {
        return sensor.map(Sensor::read)
                .map(values -> values.get(SampleChannels.MEMORY_AVAILABLE_BYTES))
                .orElse(Double.NaN);
    }
}
