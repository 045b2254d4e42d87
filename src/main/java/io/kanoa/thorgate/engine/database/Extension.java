package io.kanoa.thorgate.engine.database;

import io.kanoa.thorgate.secret.Secrets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * pgvector as a database has it.
 *
 * @param database what the server says that it is
 * @param version of pgvector
 */
record Extension(String database, String version) {

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}).*");
    private static final int FIRST_MINOR_WITH_HNSW = 5;

    /** Creates it where it is not there yet. */
    static Extension in(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS vector");
            return new Extension(
                    text(statement, "SELECT version()").replaceFirst(" on .*", ""),
                    text(statement, "SELECT extversion FROM pg_extension WHERE extname = 'vector'"));
        }
    }

    /** Since 0.5. */
    boolean hasHnsw() {
        Matcher numbers = NUMBERS.matcher(version);
        return numbers.matches()
                && (Integer.parseInt(numbers.group(1)) > 0
                        || Integer.parseInt(numbers.group(2)) >= FIRST_MINOR_WITH_HNSW);
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next() ? Secrets.ofThisProcess().hide(String.valueOf(result.getString(1))) : "";
        }
    }
}
