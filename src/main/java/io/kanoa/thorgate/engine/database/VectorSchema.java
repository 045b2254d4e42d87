package io.kanoa.thorgate.engine.database;

import io.kanoa.thorgate.engine.launch.custodian.Owner;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A schema of ours in a database that may be somebody's: whose it is stands in its comment.
 *
 * @param name of letters, digits and underscores
 */
record VectorSchema(String name) {

    private static final String PREFIX = "thor_gate_";

    /** Makes one, after removing those of runs that are gone. */
    static VectorSchema make(Connection connection) throws SQLException {
        Owner us = Owner.current();
        VectorSchema schema =
                new VectorSchema(PREFIX + UUID.randomUUID().toString().replace("-", ""));
        try (Statement statement = connection.createStatement()) {
            for (VectorSchema gone : abandoned(statement, us)) {
                gone.drop(connection);
            }
            statement.execute("CREATE SCHEMA " + schema.name);
            statement.execute("COMMENT ON SCHEMA " + schema.name + " IS '" + us + "'");
        }
        return schema;
    }

    void drop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + name + " CASCADE");
        }
    }

    String table() {
        return name + ".passages";
    }

    /** Name of the approximate index, without the schema's. */
    String index() {
        return "passages_embedding";
    }

    private static List<VectorSchema> abandoned(Statement statement, Owner us) throws SQLException {
        List<VectorSchema> found = new ArrayList<>();
        try (ResultSet schemas = statement.executeQuery("SELECT nspname, obj_description(oid, 'pg_namespace')"
                + " FROM pg_namespace WHERE nspname ~ '^" + PREFIX + "[0-9a-f]{32}$'")) {
            while (schemas.next()) {
                String comment = String.valueOf(schemas.getString(2));
                if (Owner.parse(comment).filter(us::mayReap).isPresent()) {
                    found.add(new VectorSchema(schemas.getString(1)));
                }
            }
        }
        return found;
    }
}
