package io.kanoa.thorgate.junit;

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
    private final @Nullable RuntimeException failure;

    private GateSlot(@Nullable Gate gate, @Nullable RuntimeException failure) {
        this.gate = gate;
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
        try {
            GateOptions.refuseUnknown(System.getProperties().stringPropertyNames());
            return new GateSlot(Gate.open(new GateOptions(context::getConfigurationParameter, System.getenv())), null);
        } catch (RuntimeException e) {
            return new GateSlot(null, e);
        }
    }

    @Override
    public void close() {
        if (gate != null) {
            gate.close();
        }
    }
}
