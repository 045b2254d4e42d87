package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.engine.launch.OwnedFolder;
import io.kanoa.thorgate.report.WholeFile;
import io.kanoa.thorgate.report.checkpoint.CheckpointFolder;
import io.kanoa.thorgate.report.json.RawData;
import java.nio.file.Path;

/** Temporary files of runs that were killed. What belongs to processes that still run is left alone. */
final class Leftovers {

    private Leftovers() {}

    /** Removes them. Call it with the device's lock held: nobody else writes results then. */
    static void remove(GateOptions options) {
        OwnedFolder.removeAbandoned();
        Path results = options.results();
        WholeFile.deleteUnfinished(results);
        WholeFile.deleteUnfinished(RawData.folder(results));
        WholeFile.deleteUnfinished(CheckpointFolder.path(results));
        WholeFile.deleteUnfinished(options.allureResults());
        WholeFile.deleteUnfinished(WarmUpStore.folder(options.cache()));
    }
}
