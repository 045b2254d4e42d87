package io.kanoa.thorgate.engine.database;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.IntFunction;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** COPY in its binary form: what the manual of COPY and pgvector's {@code vector_recv} say. */
final class CopyLoader implements Loader {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int BUFFER = 1 << 16;

    private final Connection connection;

    CopyLoader(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void load(String table, int count, IntFunction<Passage> passages) throws SQLException, IOException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        String copy = "COPY " + table + " (id, embedding, passage) FROM STDIN WITH (FORMAT binary)";
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new PGCopyOutputStream(postgres, copy), BUFFER))) {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
            for (int id = 0; id < count; id++) {
                write(out, id, passages.apply(id));
            }
            out.writeShort(-1);
        }
    }

    private static void write(DataOutputStream out, int id, Passage passage) throws IOException {
        float[] vector = passage.embedding();
        byte[] text = passage.text().getBytes(StandardCharsets.UTF_8);
        out.writeShort(3);
        out.writeInt(Integer.BYTES);
        out.writeInt(id);
        out.writeInt(2 * Short.BYTES + vector.length * Float.BYTES);
        out.writeShort(vector.length);
        out.writeShort(0);
        for (float value : vector) {
            out.writeFloat(value);
        }
        out.writeInt(text.length);
        out.write(text);
    }
}
