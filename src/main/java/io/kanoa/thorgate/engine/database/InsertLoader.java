package io.kanoa.thorgate.engine.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.IntFunction;

/** INSERT in batches, for a server that takes no COPY from its clients. */
final class InsertLoader implements Loader {

    private static final int BATCH = 100;

    private final Connection connection;

    InsertLoader(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void load(String table, int count, IntFunction<Passage> passages) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO " + table + " (id, embedding, passage) VALUES (?, ?::vector, ?)")) {
            for (int id = 0; id < count; id++) {
                Passage passage = passages.apply(id);
                insert.setInt(1, id);
                insert.setString(2, VectorSearcher.literal(passage.embedding()));
                insert.setString(3, passage.text());
                insert.addBatch();
                if ((id + 1) % BATCH == 0 || id + 1 == count) {
                    insert.executeBatch();
                }
            }
        }
    }
}
