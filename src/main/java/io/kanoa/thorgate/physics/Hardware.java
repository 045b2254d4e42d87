package io.kanoa.thorgate.physics;

import io.kanoa.thorgate.plan.DeviceSpec;
import io.kanoa.thorgate.plan.Quantity;
import io.kanoa.thorgate.plan.Unit;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a device that physics needs; each may be unknown.
 *
 * @param memory that models can be loaded into, in bytes
 * @param bandwidth of that memory, in bytes per second
 * @param diskRate sequential reads of the disk that holds the weights, in bytes per second
 */
public record Hardware(OptionalDouble memory, OptionalDouble bandwidth, OptionalDouble diskRate) {

    /** What a plan says of a device; how fast its disk is has to be measured. */
    public static Hardware of(DeviceSpec device) {
        return new Hardware(
                in(device.memory(), Unit.BYTES), in(device.bandwidth(), Unit.BYTES_PER_SECOND), OptionalDouble.empty());
    }

    /** The same device with a measured disk. */
    public Hardware withDiskRate(double bytesPerSecond) {
        return new Hardware(memory, bandwidth, OptionalDouble.of(bytesPerSecond));
    }

    private static OptionalDouble in(@Nullable Quantity quantity, Unit unit) {
        return quantity == null ? OptionalDouble.empty() : OptionalDouble.of(quantity.in(unit));
    }
}
