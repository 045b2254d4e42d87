package io.kanoa.thorgate.engine;

import io.kanoa.thorgate.secret.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Carries what a process prints to a log file and a tail, so that the process never blocks on a full pipe. */
final class LogPump {

    private static final int LONGEST_LINE = 4_000;
    private static final int KEPT_LINES = 400;

    private final LogTail tail = new LogTail(KEPT_LINES);
    private final Secrets secrets = Secrets.ofThisProcess();
    private final Writer file;
    private final List<Thread> threads = new ArrayList<>();

    LogPump(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            this.file = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not open the engine's log file " + file + ": " + e, e);
        }
    }

    LogTail tail() {
        return tail;
    }

    /** Starts to carry one output of the process; {@code listener} sees each of its lines. */
    void carry(InputStream output, String name, Consumer<String> listener) {
        Thread thread = new Thread(() -> carryAll(new LogLines(output), listener), name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    /** Waits until the outputs have ended, which they do with the process, then closes the file. */
    void finish(Duration atMost) {
        try {
            for (Thread thread : threads) {
                thread.join(atMost.toMillis());
            }
            file.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            tail.add("(the log file could not be closed: " + e.getMessage() + ")");
        }
    }

    private void carryAll(LogLines lines, Consumer<String> listener) {
        try {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                String hidden = secrets.hide(line.get());
                String shown = hidden.substring(0, Math.min(LONGEST_LINE, hidden.length()));
                tail.add(shown);
                write(shown);
                listener.accept(line.get()
                        .substring(0, Math.min(LONGEST_LINE, line.get().length())));
            }
        } catch (IOException e) {
            tail.add("(the log ended with: " + e.getMessage() + ")");
        }
    }

    private synchronized void write(String line) {
        try {
            file.write(line + System.lineSeparator());
            file.flush();
        } catch (IOException e) {
            tail.add("(this line did not get into the log file: " + e.getMessage() + ")");
        }
    }
}
