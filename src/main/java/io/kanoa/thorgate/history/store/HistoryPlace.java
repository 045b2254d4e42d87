package io.kanoa.thorgate.history.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds the store that an option names. */
public final class HistoryPlace {

    private static final String OFF = "off";
    private static final String JDBC = "jdbc:";

    private HistoryPlace() {}

    /**
     * The store of a folder, or of a database by its JDBC URL; empty for {@code off}.
     *
     * @param option what the user gave; empty means the user's own folder for data
     * @param environment of the process, for that folder and for the credentials of a database
     * @throws HistoryException if the URL is not one of PostgreSQL, or holds credentials
     */
    public static Optional<HistoryStore> open(Optional<String> option, Map<String, String> environment) {
        if (option.filter(OFF::equals).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(option.filter(place -> place.startsWith(JDBC))
                .<HistoryStore>map(url -> PostgresStore.of(url, environment))
                .orElseGet(() -> new FolderStore(option.map(Path::of).orElseGet(() -> usual(environment)))));
    }

    private static Path usual(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("XDG_DATA_HOME"))
                .filter(home -> !home.isBlank())
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".local", "share"))
                .resolve("thor-gate")
                .resolve("history");
    }
}
