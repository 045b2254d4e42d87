package io.kanoa.thorgate.workload.swap;

import io.kanoa.thorgate.plan.SwapStrategy;
import java.util.List;

/** Where the files of the model that comes are when a swap begins. */
public enum CacheState {
    /** None of them in the page cache: their bytes come from the disk. */
    COLD("cold"),
    /** All of them in the page cache. */
    WARM("warm"),
    /** It does not matter: the strategy reads no file. */
    NO_DISK("no disk");

    private final String word;

    CacheState(String word) {
        this.word = word;
    }

    /** The states that make a difference to a strategy, the harder first. */
    public static List<CacheState> of(SwapStrategy strategy) {
        return strategy.readsDisk() ? List.of(COLD, WARM) : List.of(NO_DISK);
    }

    @Override
    public String toString() {
        return word;
    }
}
