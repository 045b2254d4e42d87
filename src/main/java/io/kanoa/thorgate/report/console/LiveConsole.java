package io.kanoa.thorgate.report.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The console of a run under way, with the thread that keeps it moving. Close it before the run's table is printed. */
public final class LiveConsole implements AutoCloseable {

    private static final int PERIOD_MILLIS = 500;

    private final Optional<OutputStream> device;
    private final ConsoleProgress progress;
    private final ScheduledExecutorService pulse;

    private LiveConsole(Optional<OutputStream> device, ConsoleProgress progress) {
        this.device = device;
        this.progress = progress;
        this.pulse = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "thor-gate-console");
            thread.setDaemon(true);
            return thread;
        });
        pulse.scheduleWithFixedDelay(progress::tick, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Opens the console.
     *
     * @param out for lines that stay; belongs to the caller
     * @param rows how many rows the run has
     */
    public static LiveConsole open(Appendable out, Terminal terminal, int rows) {
        Optional<OutputStream> device = terminal.device().flatMap(LiveConsole::open);
        return new LiveConsole(
                device, new ConsoleProgress(out, device.map(LiveLine::new), terminal::format, rows, System::nanoTime));
    }

    private static Optional<OutputStream> open(Path device) {
        try {
            return Optional.of(Files.newOutputStream(device, StandardOpenOption.WRITE));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What is told of the run. */
    public ConsoleProgress progress() {
        return progress;
    }

    /** Takes the live line away; lines can still be told. */
    @Override
    public void close() {
        pulse.shutdownNow();
        progress.finish();
        device.ifPresent(LiveConsole::close);
    }

    private static void close(OutputStream device) {
        try {
            device.close();
        } catch (IOException ignored) {
            // Nothing was lost: each line was flushed when it was drawn.
        }
    }
}
