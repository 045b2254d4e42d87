package io.kanoa.thorgate.engine.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Searches over one connection. Used by one thread. Searchers of both kinds are not open at the same time: PGlite has one session
 * for all connections, and so one way to search.
 */
public final class VectorSearcher implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement query;
    private final int neighbours;

    private VectorSearcher(Connection connection, PreparedStatement query, int neighbours) {
        this.connection = connection;
        this.query = query;
        this.neighbours = neighbours;
    }

    /**
     * @param byIndex whether the index must be used; otherwise it must not
     * @throws SQLException also if the database's plan is another one: recall would compare like with like
     */
    static VectorSearcher open(
            Connection connection, VectorSchema schema, int neighbours, List<String> settings, boolean byIndex)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET enable_seqscan = " + (byIndex ? "off" : "on"));
            statement.execute("SET enable_indexscan = " + (byIndex ? "on" : "off"));
            for (String setting : settings) {
                statement.execute(setting);
            }
        }
        String search = "SELECT id, passage FROM " + schema.table() + " ORDER BY embedding <=> %s LIMIT " + neighbours;
        String any = "(SELECT embedding FROM " + schema.table() + " LIMIT 1)";
        if (plan(connection, String.format(search, any)).contains(schema.index()) != byIndex) {
            connection.close();
            throw new SQLException("the database searches " + (byIndex ? "without" : "by") + " the index, unasked");
        }
        PreparedStatement query = connection.prepareStatement(String.format(search, "?::vector"));
        return new VectorSearcher(connection, query, neighbours);
    }

    /**
     * The nearest passages by cosine distance, nearest first.
     *
     * @throws SearchException if the database does not give as many as were asked for
     */
    public List<Hit> nearest(float[] vector) {
        try {
            query.setString(1, literal(vector));
            List<Hit> hits = new ArrayList<>(neighbours);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    hits.add(new Hit(found.getInt(1), String.valueOf(found.getString(2))));
                }
            }
            if (hits.size() < neighbours) {
                throw new SearchException("found " + hits.size() + " of " + neighbours + " neighbours");
            }
            return hits;
        } catch (SQLException e) {
            throw new SearchException(String.valueOf(e.getMessage()));
        }
    }

    /** Takes the connection away from a search that may be under way, which fails then. */
    @Override
    public void close() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // It is gone already.
            return;
        }
    }

    private static String plan(Connection connection, String search) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("EXPLAIN " + search)) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    static String literal(float[] vector) {
        StringBuilder text = new StringBuilder(vector.length * 12).append('[');
        for (int i = 0; i < vector.length; i++) {
            text.append(i == 0 ? "" : ",").append(vector[i]);
        }
        return text.append(']').toString();
    }
}
