package io.kanoa.thorgate.engine.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/** The way to a database. Never shown as a whole: it holds the password. */
final class Access {

    private static final String CONNECT_SECONDS = "10";

    private final String host;
    private final int port;
    private final String database;
    private final Properties properties = new Properties();

    /** @param password empty where the database asks for none */
    Access(String host, int port, String database, String user, Optional<String> password) {
        this.host = host;
        this.port = port;
        this.database = database;
        properties.setProperty("user", user);
        password.ifPresent(text -> properties.setProperty("password", text));
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("loginTimeout", CONNECT_SECONDS);
        properties.setProperty("ApplicationName", "thor-gate");
    }

    /** The same to a server with one session for all connections: no statement has a name, since names would clash. */
    Access withoutNamedStatements() {
        properties.setProperty("prepareThreshold", "0");
        return this;
    }

    /** The same, but an answer that takes longer breaks the connection: a database that hangs holds nobody for ever. */
    Access waitingFor(Duration longest) {
        properties.setProperty("socketTimeout", Long.toString(Math.max(1, longest.toSeconds())));
        return this;
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(address(), properties);
    }

    /** Without user and password. */
    String address() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    @Override
    public String toString() {
        return address();
    }
}
