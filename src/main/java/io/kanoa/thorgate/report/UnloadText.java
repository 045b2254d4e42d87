package io.kanoa.thorgate.report;

import io.kanoa.thorgate.engine.Unload;
import io.kanoa.thorgate.plan.Unit;
import java.util.Collection;
import java.util.List;

/** Engines that did not give back the memory that they had taken. */
public final class UnloadText {

    private UnloadText() {}

    /** A line for each unload that kept memory. */
    public static List<String> warnings(Collection<Unload> unloads) {
        return unloads.stream()
                .filter(Unload::keptMemory)
                .map(UnloadText::warning)
                .toList();
    }

    private static String warning(Unload unload) {
        return unload.serving() + " kept " + Figures.of(unload.keptBytes(), Unit.BYTES) + " of "
                + Figures.of(unload.heldBytes(), Unit.BYTES)
                + " after it was unloaded: less memory is available than before it started";
    }
}
