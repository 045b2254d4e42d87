package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.device.Machine;
import io.kanoa.thorgate.engine.EnginePool;
import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.Invocation;
import io.kanoa.thorgate.engine.Launcher;
import io.kanoa.thorgate.engine.database.Databases;
import io.kanoa.thorgate.metrics.IdlePower;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What rows that need no databases and no sensors are measured with. */
final class Rooms {

    static final DatabaseRoom NO_DATABASES =
            new DatabaseRoom(new Databases(new Refusing(), name -> Optional.empty()), Path.of("/"));

    private Rooms() {}

    /** @param cache folder of what was found out about models */
    static Equipment equipment(EnginePool pool, Path cache) {
        return new Equipment(
                pool,
                since -> List.of(),
                () -> {},
                () -> Double.NaN,
                new WarmUpStore(cache, Machine.read(Path.of("/"))),
                IdlePower.NOT_MEASURED,
                false,
                NO_DATABASES);
    }

    private static final class Refusing implements Launcher {
        @Override
        public void prepare(Invocation invocation) {
            throw new UnsupportedOperationException(invocation.name());
        }

        @Override
        public Hosted launch(Invocation invocation) {
            throw new UnsupportedOperationException(invocation.name());
        }
    }
}
