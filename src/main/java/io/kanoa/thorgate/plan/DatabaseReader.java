package io.kanoa.thorgate.plan;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads vector databases: which driver speaks to each, how it comes to life, with which arguments. */
final class DatabaseReader {

    private static final List<String> KEYS =
            List.of("driver", "program", "container", "attach", "allow-remote", "arguments");
    private static final Known DRIVERS = new Known("driver", List.of(DatabaseSpec.POSTGRESQL, DatabaseSpec.PGLITE));

    private final LaunchReader launches;

    /** @param home what a volume's {@code ~} stands for */
    DatabaseReader(Path home) {
        this.launches = new LaunchReader(home, JdbcAddress::parse);
    }

    /** The databases by their id; what is wrong with one is reported and left empty. */
    Map<String, DatabaseSpec> read(Cursor cursor) {
        Map<String, DatabaseSpec> databases = new LinkedHashMap<>();
        Ids.check(cursor.entries()).forEach((id, at) -> databases.put(id, read(id, at)));
        return databases;
    }

    /** One database; what is wrong with it is reported and left empty. */
    DatabaseSpec read(String id, Cursor cursor) {
        return cursor.section(KEYS)
                .map(section -> database(id, section))
                .orElseGet(() -> new DatabaseSpec(id, "", List.of(), new Launch.Program(Optional.empty())));
    }

    private DatabaseSpec database(String id, Section section) {
        String driver = section.need("driver").flatMap(at -> at.parsed(DRIVERS)).orElse("");
        List<String> elsewhere = section.present(List.of("container", "attach"));
        if (driver.equals(DatabaseSpec.PGLITE) && !elsewhere.isEmpty()) {
            section.at().problem("pglite is a program of Node; leave out " + String.join(", ", elsewhere));
        }
        if (section.has("attach") && section.has("arguments")) {
            section.at().problem("runs already, so it takes no arguments; leave out arguments");
        }
        ArgumentsReader arguments = new ArgumentsReader(LaunchReader.allowsRemote(section));
        return new DatabaseSpec(id, driver, arguments.read(section, "arguments"), launches.read(driver, section));
    }
}
