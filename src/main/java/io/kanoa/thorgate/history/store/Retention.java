package io.kanoa.thorgate.history.store;

import io.kanoa.thorgate.history.kept.KeptRun;
import java.util.Set;

/** Which runs stay when a store is pruned. */
@FunctionalInterface
public interface Retention {

    /** Those of {@code contents} that may go. */
    Set<KeptRun> removable(Contents contents);
}
