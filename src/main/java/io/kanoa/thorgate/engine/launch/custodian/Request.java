package io.kanoa.thorgate.engine.launch.custodian;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** What the custodian is told. The end of its input tells it to end everything and itself. */
public sealed interface Request {

    /** Run a program. Answered by {@link Event.Started} or {@link Event.Refused}, later by {@link Event.Exited}. */
    record Start(Order order) implements Request {

        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeByte('S');
            Frame.writeText(out, order.marker().toString());
            Frame.writeTexts(out, order.command());
            Frame.writeMap(out, order.environment());
            Frame.writeText(out, order.log().toString());
            Frame.writeTexts(out, order.cleanUp().stop());
            Frame.writeTexts(out, order.cleanUp().remove());
            Frame.writeTexts(out, order.cleanUp().probe());
            out.writeLong(order.grace().toMillis());
        }

        private static Start read(DataInputStream in) throws IOException {
            Marker marker = Marker.parse(Frame.readText(in)).orElseThrow(() -> new IOException("no marker"));
            return new Start(new Order(
                    marker,
                    Frame.readTexts(in),
                    Frame.readMap(in),
                    Path.of(Frame.readText(in)),
                    new CleanUp(Frame.readTexts(in), Frame.readTexts(in), Frame.readTexts(in)),
                    Duration.ofMillis(in.readLong())));
        }
    }

    /** End a program. Answered by {@link Event.Ended}. */
    record End(long id) implements Request {

        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeByte('E');
            out.writeLong(id);
        }
    }

    void write(DataOutputStream out) throws IOException;

    /** @throws java.io.EOFException at the end of the input */
    static Request read(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case 'S' -> Start.read(in);
            case 'E' -> new End(in.readLong());
            default -> throw new IOException("no request begins with " + kind);
        };
    }
}
