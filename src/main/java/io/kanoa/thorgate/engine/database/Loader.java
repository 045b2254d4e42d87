package io.kanoa.thorgate.engine.database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.function.IntFunction;

/** A way to get many rows into a table. */
@FunctionalInterface
interface Loader {

    void load(String table, int count, IntFunction<Passage> passages) throws SQLException, IOException;
}
