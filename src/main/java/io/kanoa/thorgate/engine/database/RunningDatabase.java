package io.kanoa.thorgate.engine.database;

import java.util.List;
import java.util.OptionalLong;

/** A vector database that answers. */
public interface RunningDatabase extends AutoCloseable {

    DatabaseFacts facts();

    /** A table of its own for vectors of this dimension; gone when the database is closed. */
    VectorTable table(int dimension);

    /** The process whose tree is the database; empty where it cannot be seen from here. */
    OptionalLong processId();

    boolean isAlive();

    /** What became of it, for messages. */
    String state();

    /** The last lines of its log, oldest first; untrusted text. */
    List<String> logTail(int lines);

    /**
     * Removes the table; ends the database if we started it, with its data.
     *
     * @throws io.kanoa.thorgate.engine.EngineException if something of it survived
     */
    @Override
    void close();
}
