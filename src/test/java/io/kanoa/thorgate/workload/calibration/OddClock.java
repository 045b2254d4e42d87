package io.kanoa.thorgate.workload.calibration;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A process whose clock is an hour ahead. */
final class OddClock {

    private static final long HOUR = 3_600_000_000_000L;

    private OddClock() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        try (PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true)) {
            out.println(1);
            while (in.readLine() != null) {
                out.println(System.nanoTime() + HOUR);
            }
        }
    }
}
