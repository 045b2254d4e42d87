package io.kanoa.thorgate.history.store;

import io.kanoa.thorgate.history.kept.Entry;
import io.kanoa.thorgate.history.kept.KeptRun;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A history in PostgreSQL, for several devices: one row an entry in table {@code thor_gate_history}, which is made where it is
 * missing. Each append is a transaction. Who may log in comes from {@code PGUSER} and {@code PGPASSWORD}.
 */
final class PostgresStore implements HistoryStore {

    private static final Pattern URL = Pattern.compile("jdbc:postgresql:(//[^/?@]+)?/?([^?@/]*)(\\?.*)?");
    private static final Pattern CREDENTIALS = Pattern.compile("(?i)[?&](user|password|sslpassword)=");

    /** Any number; it keeps two runs from making the table at the same time. */
    private static final long LOCK = 7_406_172_110L;

    private static final String TABLE = "create table if not exists thor_gate_history ("
            + "id bigint generated always as identity primary key, written timestamptz not null default now(), "
            + "entry text not null)";

    private final String url;
    private final String place;
    private final Properties access;
    private final EntryJson json;

    private PostgresStore(String url, String place, Properties access, EntryJson json) {
        this.url = url;
        this.place = place;
        this.access = access;
        this.json = json;
    }

    /** @throws HistoryException if the URL is not one of PostgreSQL, or holds credentials; the message does not repeat it */
    static PostgresStore of(String url, Map<String, String> environment) {
        return of(url, environment, new EntryJson());
    }

    static PostgresStore of(String url, Map<String, String> environment, EntryJson json) {
        Matcher parts = URL.matcher(url);
        if (url.contains("@") || CREDENTIALS.matcher(url).find()) {
            throw new HistoryException("-Dgate.history holds a user or password, which would be seen by all who see the"
                    + " command: set PGUSER and PGPASSWORD in the environment instead");
        }
        if (!parts.matches()) {
            throw new HistoryException("-Dgate.history is no URL of a database that is known: write"
                    + " jdbc:postgresql://HOST:PORT/DATABASE, a folder, or off");
        }
        Properties access = new Properties();
        access.setProperty("connectTimeout", "10");
        access.setProperty("socketTimeout", "60");
        access.setProperty("ApplicationName", "thor-gate");
        put(access, "user", environment.get("PGUSER"));
        put(access, "password", environment.get("PGPASSWORD"));
        String host = parts.group(1) == null ? "//localhost" : parts.group(1);
        return new PostgresStore(url, "postgresql:" + host + "/" + parts.group(2), access, json);
    }

    private static void put(Properties access, String key, @org.jspecify.annotations.Nullable String value) {
        if (value != null && !value.isEmpty()) {
            access.setProperty(key, value);
        }
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public Contents read() {
        return with("read", this::read);
    }

    private Contents read(Connection connection) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        int newer = 0;
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select id, entry from thor_gate_history order by id")) {
            while (found.next()) {
                Decoded decoded = json.decode(found.getString(2));
                if (decoded instanceof Decoded.Known known) {
                    entries.add(known.entry());
                } else if (decoded instanceof Decoded.Broken broken) {
                    notes.add("entry " + found.getLong(1) + " of the history in " + place + " cannot be read, since "
                            + broken.reason() + "; it is left where it is, the others are not touched");
                } else {
                    newer++;
                }
            }
        }
        if (newer > 0) {
            notes.add(
                    newer + " entries of a newer version are left as they are and not compared with: use the gate that"
                            + " wrote them");
        }
        return new Contents(entries, notes);
    }

    @Override
    public void append(Entry entry) {
        with("written", connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into thor_gate_history (entry) values (?)")) {
                insert.setString(1, json.encode(entry));
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public int prune(Retention retention) {
        return with("pruned", connection -> {
            lock(connection);
            Set<KeptRun> going = retention.removable(read(connection));
            if (going.isEmpty()) {
                return 0;
            }
            List<Long> ids = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("select id, entry from thor_gate_history")) {
                while (found.next()) {
                    if (json.decode(found.getString(2)) instanceof Decoded.Known known
                            && known.entry() instanceof KeptRun run
                            && going.contains(run)) {
                        ids.add(found.getLong(1));
                    }
                }
            }
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from thor_gate_history where id = any (?)")) {
                delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
                return delete.executeUpdate();
            }
        });
    }

    private static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
        }
    }

    private static void prepare(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        boolean missing;
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select to_regclass('thor_gate_history') is null")) {
            missing = found.next() && found.getBoolean(1);
        }
        if (missing) {
            lock(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute(TABLE);
            }
        }
    }

    /** What is done in one transaction. */
    private interface Action<T> {
        T run(Connection connection) throws SQLException;
    }

    private <T> T with(String what, Action<T> action) {
        try (Connection connection = DriverManager.getConnection(url, access)) {
            prepare(connection);
            T result = action.run(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new HistoryException("the history in " + place + " cannot be " + what + " (" + e.getMessage()
                    + "): see that the database runs and that PGUSER and PGPASSWORD may use it, or give"
                    + " -Dgate.history=FOLDER");
        }
    }
}
