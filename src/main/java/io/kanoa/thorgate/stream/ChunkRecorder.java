package io.kanoa.thorgate.stream;

import java.util.Arrays;
import java.util.List;

/** Writes chunks down in plain arrays while an answer streams; makes values of them when it is over. */
final class ChunkRecorder {

    private long[] nanos;
    private Channel[] channels;
    private int[] textLengths;
    private int[] tokens;
    private int[] eventsInRead;
    private int size;

    private long read = -1;
    private long readNanos = -1;
    private int firstOfRead;
    private int eventsOfRead;

    /** @param expected chunks to make room for; more fit */
    ChunkRecorder(int expected) {
        int room = Math.max(1, expected);
        nanos = new long[room];
        channels = new Channel[room];
        textLengths = new int[room];
        tokens = new int[room];
        eventsInRead = new int[room];
    }

    /** What follows was brought by the socket read with this number and time; the same number may come again. */
    void read(long number, long time) {
        if (number != read) {
            closeRead();
            read = number;
            readNanos = time;
        }
    }

    /** An event of any kind was completed by the current read. */
    void event() {
        eventsOfRead++;
    }

    /** The event carries text. */
    void chunk(Channel channel, int textLength, int tokensSoFar) {
        if (size == nanos.length) {
            grow();
        }
        nanos[size] = readNanos;
        channels[size] = channel;
        textLengths[size] = textLength;
        tokens[size] = tokensSoFar;
        size++;
    }

    int size() {
        return size;
    }

    /** Time of the current read, or -1. */
    long readNanos() {
        return readNanos;
    }

    List<Chunk> chunks() {
        closeRead();
        Chunk[] chunks = new Chunk[size];
        for (int i = 0; i < size; i++) {
            chunks[i] = new Chunk(nanos[i], channels[i], textLengths[i], tokens[i], eventsInRead[i]);
        }
        return List.of(chunks);
    }

    private void closeRead() {
        Arrays.fill(eventsInRead, firstOfRead, size, eventsOfRead);
        firstOfRead = size;
        eventsOfRead = 0;
    }

    private void grow() {
        int room = 2 * size;
        nanos = Arrays.copyOf(nanos, room);
        channels = Arrays.copyOf(channels, room);
        textLengths = Arrays.copyOf(textLengths, room);
        tokens = Arrays.copyOf(tokens, room);
        eventsInRead = Arrays.copyOf(eventsInRead, room);
    }
}
