package io.kanoa.thorgate.plan;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Parses the JDBC address of a database that runs already: host, port and database, nothing else. What it gives is the same
 * without {@code jdbc:}, always with a port.
 */
final class JdbcAddress {

    private static final String PREFIX = "jdbc:";
    private static final String SCHEME = "postgresql";
    private static final String EXAMPLE = "; write e.g. jdbc:postgresql://127.0.0.1:5432/postgres";
    private static final String SECRETS =
            "must not hold a user, a password or parameters: user and password come from PGUSER and PGPASSWORD";
    private static final int USUAL_PORT = 5432;
    private static final int MOST_PORT = 65_535;

    private JdbcAddress() {}

    static URI parse(String text) throws WrongTextException {
        require(text.startsWith(PREFIX + SCHEME + "://"), "must start with " + PREFIX + SCHEME + "://");
        require(text.indexOf('@') < 0 && text.indexOf('?') < 0, SECRETS);
        URI address = address(text.substring(PREFIX.length()));
        require(address.getHost() != null, "names no host");
        require(address.getPort() != 0 && address.getPort() <= MOST_PORT, "needs a port, 1 to " + MOST_PORT);
        require(address.getRawPath().matches("/[^/]+") && address.getRawFragment() == null, "must end in one database");
        int port = address.getPort() < 0 ? USUAL_PORT : address.getPort();
        return URI.create(SCHEME + "://" + address.getHost() + ":" + port + address.getRawPath());
    }

    private static URI address(String text) throws WrongTextException {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new WrongTextException("the address is no address: " + e.getReason() + EXAMPLE);
        }
    }

    /** The text itself is never shown: it may hold what it must not. */
    private static void require(boolean kept, String rule) throws WrongTextException {
        if (!kept) {
            throw new WrongTextException("the address " + rule + EXAMPLE);
        }
    }
}
