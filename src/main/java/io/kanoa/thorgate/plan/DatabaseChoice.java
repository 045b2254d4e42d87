package io.kanoa.thorgate.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The vector databases that a profile is run with; asks for each at most once whether it is on this machine. */
final class DatabaseChoice {

    private final Map<String, DatabaseSpec> databases;
    private final Function<DatabaseSpec, Optional<String>> missing;
    private final Map<String, Optional<String>> known = new HashMap<>();

    /**
     * @param databases by id, as the profile has them
     * @param missing why one is not on this machine; empty where it is
     */
    DatabaseChoice(Map<String, DatabaseSpec> databases, Function<DatabaseSpec, Optional<String>> missing) {
        this.databases = databases;
        this.missing = missing;
    }

    /** The first that is found, else the first; the only one unlooked for; nothing where a row names none. */
    Optional<DatabaseSpec> of(List<String> ids) {
        Optional<String> found = ids.size() < 2
                ? Optional.empty()
                : ids.stream().filter(this::has).findFirst();
        return found.or(() -> ids.stream().findFirst()).map(databases::get);
    }

    /** Why none of them is here; empty where one is. */
    Optional<String> absence(List<String> ids) {
        return ids.stream().anyMatch(this::has)
                ? Optional.empty()
                : Optional.of(ids.stream()
                        .map(id -> id + " (" + reason(id).orElse("") + ")")
                        .collect(Collectors.joining("; ", "no vector database is on this machine: ", "")));
    }

    private boolean has(String id) {
        return reason(id).isEmpty();
    }

    private Optional<String> reason(String id) {
        return known.computeIfAbsent(
                id, key -> Optional.ofNullable(databases.get(key)).flatMap(missing));
    }
}
