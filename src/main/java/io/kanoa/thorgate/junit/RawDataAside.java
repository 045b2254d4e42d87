package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.metrics.RawStore;
import io.kanoa.thorgate.report.RowResult;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Keeps raw data of rows that have ended out of memory. Where the disk takes no more, they stay in it. */
final class RawDataAside {

    private final Path folder;
    private @Nullable RawStore store;

    /** @param folder of the results */
    RawDataAside(Path folder) {
        this.folder = folder;
    }

    RowResult of(RowResult result) {
        try {
            if (store == null) {
                store = RawStore.in(folder);
            }
            return result.in(store);
        } catch (IOException e) {
            return result;
        }
    }

    /** @throws IOException if the file can't be removed */
    void close() throws IOException {
        if (store != null) {
            store.close();
        }
    }
}
