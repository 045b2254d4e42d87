package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.engine.database.Databases;
import io.kanoa.thorgate.engine.database.RunningDatabase;
import io.kanoa.thorgate.plan.DatabaseSpec;
import io.kanoa.thorgate.telemetry.machine.TreeMemory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Where rows get their vector databases from.
 *
 * @param root of the file system, {@code /}
 */
record DatabaseRoom(Databases databases, Path root) {

    /** @throws io.kanoa.thorgate.engine.EngineException if it does not come to life */
    RunningDatabase start(DatabaseSpec spec, Duration timeout) {
        return databases.start(spec, timeout);
    }

    /** What its processes hold now, in bytes; empty where that can't be read. */
    OptionalLong memory(RunningDatabase database) {
        OptionalLong process = database.processId();
        return process.isPresent() ? TreeMemory.of(root, process.getAsLong()) : OptionalLong.empty();
    }
}
