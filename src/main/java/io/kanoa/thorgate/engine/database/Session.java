package io.kanoa.thorgate.engine.database;

import io.kanoa.thorgate.engine.EngineException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Our standing with a database: one connection for what is done in turn, and more for searchers. */
final class Session implements AutoCloseable {

    /** Work with a connection. */
    @FunctionalInterface
    interface Task<T> {
        T with(Connection connection) throws SQLException, IOException;
    }

    private final Access access;
    private final Connection connection;
    private final Extension extension;
    private final Function<Connection, Loader> loaders;
    private final Function<String, EngineException> failures;
    private Optional<VectorSchema> schema = Optional.empty();

    private Session(
            Access access,
            Connection connection,
            Extension extension,
            Function<Connection, Loader> loaders,
            Function<String, EngineException> failures) {
        this.access = access;
        this.connection = connection;
        this.extension = extension;
        this.loaders = loaders;
        this.failures = failures;
    }

    /**
     * @param loaders how rows get in
     * @param failures an exception that says this of the database, with its log
     * @throws EngineException if it lets us not in, or has no pgvector
     */
    static Session open(
            Access access, Function<Connection, Loader> loaders, Function<String, EngineException> failures) {
        try {
            Connection connection = access.open();
            return new Session(access, connection, extension(connection, failures), loaders, failures);
        } catch (SQLException e) {
            throw failures.apply("lets us not in: " + e.getMessage()
                    + "; user and password come from PGUSER and PGPASSWORD where it is attached to");
        }
    }

    private static Extension extension(Connection connection, Function<String, EngineException> failures)
            throws SQLException {
        try {
            return Extension.in(connection);
        } catch (SQLException e) {
            connection.close();
            throw failures.apply("has no pgvector that we may use: " + e.getMessage()
                    + "; install it, and have an administrator run CREATE EXTENSION vector in this database");
        }
    }

    Extension extension() {
        return extension;
    }

    VectorTable table(int dimension) {
        VectorSchema made = with("to make a schema", VectorSchema::make);
        schema = Optional.of(made);
        return new VectorTable(this, made, dimension);
    }

    Loader loader(Connection to) {
        return loaders.apply(to);
    }

    VectorSearcher searcher(VectorSchema in, int neighbours, List<String> settings, boolean byIndex) {
        try {
            return VectorSearcher.open(access.open(), in, neighbours, settings, byIndex);
        } catch (SQLException e) {
            throw failures.apply("failed to search: " + e.getMessage());
        }
    }

    /** @throws EngineException if the task fails; says what it was for */
    <T> T with(String purpose, Task<T> task) {
        try {
            return task.with(connection);
        } catch (SQLException | IOException e) {
            throw failures.apply("failed " + purpose + ": " + e.getMessage());
        }
    }

    /** Whether the database still listens to us. */
    boolean answers() {
        try {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Removes our schema, if the database still listens. */
    @Override
    public void close() {
        try (connection) {
            if (schema.isPresent() && answers()) {
                schema.get().drop(connection);
            }
        } catch (SQLException e) {
            // The next run removes it.
            return;
        }
    }
}
