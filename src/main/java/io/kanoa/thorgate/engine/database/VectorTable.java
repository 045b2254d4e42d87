package io.kanoa.thorgate.engine.database;

import io.kanoa.thorgate.engine.EngineException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Passages of text with their vectors in a database: filled once, then indexed, then searched. Used by one thread; searchers
 * are for other threads. Its methods throw {@link EngineException}, with the database's log, where the database fails.
 */
public final class VectorTable {

    private final Session session;
    private final VectorSchema schema;
    private final int dimension;
    private int vectors;

    VectorTable(Session session, VectorSchema schema, int dimension) {
        this.session = session;
        this.schema = schema;
        this.dimension = dimension;
    }

    /**
     * Puts passages in.
     *
     * @param count with the numbers 0 to {@code count - 1}
     * @return nanoseconds from the first row until the last was stored, making them included
     */
    public long load(int count, IntFunction<Passage> passages) {
        return session.with("to load vectors", connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE " + schema.table() + " (id integer NOT NULL, embedding vector("
                        + dimension + ") NOT NULL, passage text NOT NULL)");
            }
            long begin = System.nanoTime();
            session.loader(connection).load(schema.table(), count, passages);
            vectors = count;
            return System.nanoTime() - begin;
        });
    }

    /**
     * Builds the approximate index. Statistics are gathered before, which is not timed.
     *
     * @param neighbours that will be asked for
     */
    public BuiltIndex index(int neighbours) {
        VectorIndex index = VectorIndex.of(session.extension(), vectors, neighbours);
        return session.with("to index vectors", connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("ANALYZE " + schema.table());
                statement.execute(
                        "SET maintenance_work_mem = '" + VectorIndex.buildMegabytes(vectors, dimension) + "MB'");
                long begin = System.nanoTime();
                statement.execute("CREATE INDEX " + schema.index() + " ON " + schema.table() + " USING "
                        + index.method() + " (embedding vector_cosine_ops) WITH (" + index.options() + ")");
                long nanos = System.nanoTime() - begin;
                return new BuiltIndex(index.description(), nanos, size(connection));
            }
        });
    }

    /** A searcher by the index, with a connection of its own. */
    public VectorSearcher searcher(int neighbours) {
        VectorIndex index = VectorIndex.of(session.extension(), vectors, neighbours);
        return session.searcher(schema, neighbours, index.settings(), true);
    }

    /** A searcher that compares with every vector. */
    public VectorSearcher exactSearcher(int neighbours) {
        return session.searcher(schema, neighbours, List.of(), false);
    }

    private long size(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery(
                        "SELECT pg_relation_size('" + schema.name() + "." + schema.index() + "')")) {
            size.next();
            return size.getLong(1);
        }
    }
}
