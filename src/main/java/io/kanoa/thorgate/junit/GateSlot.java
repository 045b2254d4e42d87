package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.device.lock.DeviceLock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.platform.commons.JUnitException;

/**
 * The place in JUnit's root store that holds the one gate of a run, or why it did not open. JUnit closes it after the last
 * class.
 */
final class GateSlot implements AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(GateSlot.class);

    private final @Nullable Gate gate;
    private final @Nullable DeviceLock lock;
    private final @Nullable RuntimeException failure;

    private GateSlot(@Nullable Gate gate, @Nullable DeviceLock lock, @Nullable RuntimeException failure) {
        this.gate = gate;
        this.lock = lock;
        this.failure = failure;
    }

    /**
     * The gate of this run, opened by the first call.
     *
     * @throws JUnitException or what else kept it from opening; the same for every caller
     */
    static Gate gate(ExtensionContext context) {
        Store store = context.getRoot().getStore(NAMESPACE);
        GateSlot slot = store.getOrComputeIfAbsent(GateSlot.class, key -> open(context), GateSlot.class);
        if (slot.gate == null) {
            throw Optional.ofNullable(slot.failure).orElseThrow();
        }
        return slot.gate;
    }

    private static GateSlot open(ExtensionContext context) {
        DeviceLock lock = null;
        try {
            GateOptions.refuseUnknown(System.getProperties().stringPropertyNames());
            GateOptions options = new GateOptions(context::getConfigurationParameter, System.getenv());
            lock = lock(options);
            return new GateSlot(Gate.open(options), lock, null);
        } catch (RuntimeException e) {
            release(lock);
            return new GateSlot(null, null, e);
        }
    }

    /** A dry run measures nothing, so it may run beside a gate. */
    private static @Nullable DeviceLock lock(GateOptions options) {
        return options.isSet(GateOptions.DRY_RUN) ? null : new DeviceOptions(options).lock(GateConsole.out()::println);
    }

    private static void release(@Nullable DeviceLock lock) {
        if (lock != null) {
            lock.close();
        }
    }

    @Override
    public void close() {
        try {
            if (gate != null) {
                gate.close();
            }
        } finally {
            release(lock);
        }
    }
}
