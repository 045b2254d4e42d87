package io.kanoa.thorgate.engine.launch.custodian;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** What the custodian tells. */
public sealed interface Event {

    /** It is ready for requests; what earlier runs left behind has been ended. */
    record Ready() implements Event {

        @Override
        public long id() {
            return 0;
        }

        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeByte('R');
        }
    }

    /**
     * A program runs.
     *
     * @param process its first one
     * @param nanos the custodian's {@link System#nanoTime()} when it was run
     */
    record Started(long id, ProcessId process, long nanos) implements Event {

        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeByte('S');
            out.writeLong(id);
            out.writeLong(process.pid());
            out.writeLong(process.start());
            out.writeLong(nanos);
        }
    }

    /** A program could not be run. */
    record Refused(long id, String reason) implements Event {

        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeByte('N');
            out.writeLong(id);
            Frame.writeText(out, reason);
        }
    }

    /** A program's first process has ended. */
    record Exited(long id, int code) implements Event {

        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeByte('X');
            out.writeLong(id);
            out.writeInt(code);
        }
    }

    /**
     * A program was ended.
     *
     * @param nanos that took
     * @param survivors what could not be ended, for people
     */
    record Ended(long id, long nanos, List<String> survivors) implements Event {

        public Ended {
            survivors = List.copyOf(survivors);
        }

        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeByte('E');
            out.writeLong(id);
            out.writeLong(nanos);
            Frame.writeTexts(out, survivors);
        }
    }

    /** The program that it is about, 0 for none. */
    long id();

    void write(DataOutputStream out) throws IOException;

    /** @throws java.io.EOFException when the custodian is gone */
    static Event read(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case 'R' -> new Ready();
            case 'S' -> new Started(in.readLong(), new ProcessId(in.readLong(), in.readLong()), in.readLong());
            case 'N' -> new Refused(in.readLong(), Frame.readText(in));
            case 'X' -> new Exited(in.readLong(), in.readInt());
            case 'E' -> new Ended(in.readLong(), in.readLong(), Frame.readTexts(in));
            default -> throw new IOException("no event begins with " + kind);
        };
    }
}
