package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.Invocation;
import io.kanoa.thorgate.engine.Launcher;
import io.kanoa.thorgate.engine.database.Databases;
import java.nio.file.Path;
import java.util.Optional;

/** A room without databases, for rows that need none. */
final class Rooms {

    static final DatabaseRoom NO_DATABASES =
            new DatabaseRoom(new Databases(new Refusing(), name -> Optional.empty()), Path.of("/"));

    private Rooms() {}

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
