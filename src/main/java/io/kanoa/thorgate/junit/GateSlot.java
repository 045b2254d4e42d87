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

    /** Exit code of a JVM that the watchdog ended. */
    private static final int STUCK = 70;

    private static final Namespace NAMESPACE = Namespace.create(GateSlot.class);

    private final @Nullable Gate gate;
    private final @Nullable DeviceLock lock;
    private final @Nullable RuntimeException failure;
    private final @Nullable Watchdog watchdog;

    private GateSlot(
            @Nullable Gate gate,
            @Nullable DeviceLock lock,
            @Nullable RuntimeException failure,
            @Nullable Watchdog watchdog) {
        this.gate = gate;
        this.lock = lock;
        this.failure = failure;
        this.watchdog = watchdog;
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
        Watchdog watchdog = null;
        try {
            GateOptions.refuseUnknown(System.getProperties().stringPropertyNames());
            GateOptions options = new GateOptions(context::getConfigurationParameter, System.getenv());
            lock = lock(options);
            watchdog = Watchdog.start(options.patience(), GateConsole.out()::println, GateSlot::endJvm);
            return new GateSlot(Gate.open(options, watchdog), lock, null, watchdog);
        } catch (RuntimeException e) {
            release(lock);
            release(watchdog);
            return new GateSlot(null, null, e, null);
        }
    }

    /** Without shutdown hooks, since those may be what hangs. The custodian sees it and ends what runs. */
    private static void endJvm() {
        Runtime.getRuntime().halt(STUCK);
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

    private static void release(@Nullable Watchdog watchdog) {
        if (watchdog != null) {
            watchdog.rest();
            watchdog.close();
        }
    }

    @Override
    public void close() {
        try {
            if (gate != null) {
                gate.close();
            }
        } finally {
            release(watchdog);
            release(lock);
        }
    }
}
