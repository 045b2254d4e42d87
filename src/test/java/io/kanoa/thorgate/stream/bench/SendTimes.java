package io.kanoa.thorgate.stream.bench;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The server's side of one answer, on the clock of {@link System#nanoTime()}, which the processes of a Linux host share.
 *
 * @param receivedNanos after the read that brought the end of the request
 * @param tokenNanos right before the write of each token
 */
record SendTimes(long receivedNanos, long[] tokenNanos) {

    /** One number a line. */
    String toText() {
        return LongStream.concat(LongStream.of(receivedNanos), Arrays.stream(tokenNanos))
                .mapToObj(Long::toString)
                .collect(Collectors.joining("\n"));
    }

    static SendTimes parse(String text) {
        long[] all = text.lines().mapToLong(Long::parseLong).toArray();
        return new SendTimes(all[0], Arrays.copyOfRange(all, 1, all.length));
    }
}
