package io.kanoa.thorgate.workload.swap;

import io.kanoa.thorgate.device.cache.CachedFiles;
import io.kanoa.thorgate.device.cache.Preparation;
import io.kanoa.thorgate.device.preflight.DiskRate;
import io.kanoa.thorgate.engine.RunningEngine;

/**
 * Where a model's weights are read from.
 *
 * @param diskRate at which the largest of the files is read past the page cache, in bytes per second; NaN where not known
 */
record ModelOnDisk(CachedFiles files, double diskRate) {

    /**
     * The files of a running engine, whose disk is read for at most a second.
     *
     * @param mayDropCaches whether the machine's whole page cache may be dropped
     */
    static ModelOnDisk of(RunningEngine engine, boolean mayDropCaches) {
        CachedFiles files = new CachedFiles(engine.weightFiles(), mayDropCaches);
        double rate = files.largest()
                .map(DiskRate::ofReading)
                .map(found -> found.bytesPerSecond().orElse(Double.NaN))
                .orElse(Double.NaN);
        return new ModelOnDisk(files, rate);
    }

    Preparation prepare(CacheState state) {
        return switch (state) {
            case COLD -> files.cold();
            case WARM -> files.warm();
            case NO_DISK -> throw new IllegalArgumentException("nothing is read");
        };
    }

    DiskRead read(Preparation prepared) {
        return new DiskRead(files.bytes(), prepared.cachedShare(), diskRate);
    }
}
