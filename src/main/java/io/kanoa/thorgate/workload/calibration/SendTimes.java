package io.kanoa.thorgate.workload.calibration;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The server's side of one answer, on the clock of {@link System#nanoTime()}.
 *
 * @param id of the request
 * @param receivedNanos after the read that brought the end of the request
 * @param tokenNanos right before the write of each token
 */
record SendTimes(long id, long receivedNanos, long[] tokenNanos) {

    /** All numbers on one line. */
    String line() {
        return LongStream.concat(LongStream.of(id, receivedNanos), Arrays.stream(tokenNanos))
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" "));
    }

    static SendTimes parse(String line) {
        long[] all = Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
        return new SendTimes(all[0], all[1], Arrays.copyOfRange(all, 2, all.length));
    }
}
