package io.kanoa.thorgate.plan;

import java.util.List;

/**
 * A vector database as the plan names it.
 *
 * @param id its key in the plan
 * @param driver {@code postgresql} or {@code pglite}
 * @param arguments appended to its command line, one element an argument; never a shell string
 * @param launch how it comes to life; one that is attached to is never stopped
 */
public record DatabaseSpec(String id, String driver, List<String> arguments, Launch launch) {

    /** PostgreSQL itself. */
    public static final String POSTGRESQL = "postgresql";

    /** PostgreSQL inside Node: one process, no parallel work. */
    public static final String PGLITE = "pglite";

    public DatabaseSpec {
        arguments = List.copyOf(arguments);
    }

    /** Whether its own speed is judged: that of PGlite says nothing about PostgreSQL's. */
    public boolean isJudged() {
        return !driver.equals(PGLITE);
    }

    @Override
    public String toString() {
        return id;
    }
}
