package io.kanoa.thorgate.workload.calibration;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A {@link PacedServer} in a process of its own, so that it shares nothing with the client but clock and processors. */
final class PacedProcess implements AutoCloseable {

    private static final List<String> OPTIONS = List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-XX:-UsePerfData", "-Xms16m", "-Xmx64m");
    private static final long LIMIT_SECONDS = 30;
    private static final long GRACE_SECONDS = 2;
    private static final int CLOCK_CHECKS = 3;
    private static final int LONGEST_COMPLAINT = 300;

    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;
    private final URI base;

    private PacedProcess(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.US_ASCII);
        this.in = process.outputWriter(StandardCharsets.US_ASCII);
        this.base = URI.create("http://127.0.0.1:" + (int) number(line()));
    }

    /** @throws CalibrationException if it does not start */
    static PacedProcess start() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", classPath().toString(), PacedServer.class.getName()));
        return start(command);
    }

    static PacedProcess start(List<String> command) {
        Process process;
        try {
            process = new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw new CalibrationException("the calibration server could not be run: " + e.getMessage(), e);
        }
        CompletableFuture.delayedExecutor(LIMIT_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        try {
            return new PacedProcess(process);
        } catch (CalibrationException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    URI base() {
        return base;
    }

    Process process() {
        return process;
    }

    /**
     * Makes sure that the server's clock is ours: what it reads lies between two readings of ours.
     *
     * @throws CalibrationException if it does not
     */
    void requireSameClock() {
        for (int i = 0; i < CLOCK_CHECKS; i++) {
            long before = System.nanoTime();
            ask(PacedServer.CLOCK);
            long there = number(line());
            long after = System.nanoTime();
            if (there - before < 0 || after - there < 0) {
                throw new CalibrationException("System.nanoTime() of two processes is not comparable on this system");
            }
        }
    }

    /** The times of all answers since the last such question. */
    List<SendTimes> times() {
        ask(PacedServer.TIMES);
        List<SendTimes> all = new ArrayList<>();
        for (String line = line(); !line.equals(PacedServer.END); line = line()) {
            all.add(SendTimes.parse(line));
        }
        return all;
    }

    /** Ends the server, by force if it does not heed the end of its input. */
    @Override
    public void close() {
        try {
            in.close();
            if (process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (IOException e) {
            // A pipe whose reader is gone already is as closed as it can be.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    private void ask(String question) {
        try {
            in.write(question);
            in.newLine();
            in.flush();
        } catch (IOException e) {
            throw died(e);
        }
    }

    private String line() {
        try {
            String line = out.readLine();
            if (line == null) {
                throw died(null);
            }
            return line;
        } catch (IOException e) {
            throw died(e);
        }
    }

    private static long number(String line) {
        try {
            return Long.parseLong(line);
        } catch (NumberFormatException e) {
            throw new CalibrationException("the calibration server said \"" + line + "\" instead of a number", e);
        }
    }

    private CalibrationException died(@Nullable IOException cause) {
        String said = complaint();
        return new CalibrationException(
                "the calibration server ended early" + (said.isEmpty() ? "" : ": " + said), cause);
    }

    private String complaint() {
        try {
            return new String(process.getErrorStream().readNBytes(LONGEST_COMPLAINT), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** Where this package's classes came from; {@code java.class.path} may be a manifest jar of the build. */
    private static Path classPath() {
        try {
            return Path.of(PacedServer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new CalibrationException("the place of the calibration server's classes is not known", e);
        }
    }
}
