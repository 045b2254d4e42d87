package io.kanoa.thorgate.stream.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Our client beside a blocking socket reader that only stamps, against a paced server in another process, in turns.
 *
 * <p>Delay: from right before the server's write to the time that the client notes. First token error: the client's
 * time to first token without the server's. Gap error: the client's gap between tokens without the server's, absolute.
 * CPU: all threads of the client's process. Arguments: seconds for each steady row and
 * side (default 20), and the beginning of the name of the only row to run.
 */
public final class LoadBenchmark {

    private static final Pace STEADY = new Pace(100, 1);
    private static final Pace FLOOD = new Pace(0, 64);
    private static final int SECOND = 100;

    private final PrintWriter out;
    private final ServerProcess server;
    private final AtomicLong seeds = new AtomicLong();

    private LoadBenchmark(PrintWriter out, ServerProcess server) {
        this.out = out;
        this.server = server;
    }

    /** Runs all rows and prints a table for each. */
    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        try (ServerProcess server = ServerProcess.start();
                PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8)) {
            LoadBenchmark benchmark = new LoadBenchmark(out, server);
            for (Load load : loads(seconds)) {
                if (arguments.length < 2 || load.name().startsWith(arguments[1])) {
                    benchmark.compare(load);
                }
            }
        }
    }

    private static List<Load> loads(int seconds) {
        return List.of(
                new Load("1 stream, 100 tok/s", 1, STEADY, SECOND, 1, seconds),
                new Load("32 streams, 100 tok/s", 32, STEADY, SECOND, 1, seconds),
                new Load("1 stream, as fast as it goes", 1, FLOOD, 50_000, 10, 5),
                new Load("32 streams, as fast as it goes", 32, FLOOD, 20_000, 2, 3));
    }

    private void compare(Load load) throws IOException, InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(load.streams());
        try (Side floor = new Side(server, seeds, BareLane::new, load.streams());
                Side ours = new Side(server, seeds, ClientLane::new, load.streams())) {
            warmUp(load, executor, floor, ours);
            for (int round = 0; round < load.rounds(); round++) {
                floor.round(load, executor);
                ours.round(load, executor);
            }
            print(load, floor, ours);
        } finally {
            executor.shutdown();
        }
    }

    /** Floods both sides until their code is compiled, then goes on at the pace that is measured. */
    private void warmUp(Load load, ExecutorService executor, Side floor, Side ours)
            throws IOException, InterruptedException {
        for (Side side : List.of(floor, ours, floor, ours)) {
            side.round(new Load("", load.streams(), FLOOD, 160_000 / load.streams(), 4, 1), executor);
            side.round(new Load("", load.streams(), FLOOD, 4, 6_400 / load.streams(), 1), executor);
            side.round(new Load("", load.streams(), load.pace(), SECOND, 1, 1), executor);
        }
        floor.forget();
        ours.forget();
    }

    private void print(Load load, Side floor, Side ours) {
        out.println();
        out.println(load.name() + "                    p50      p99       max");
        row("one-way delay", floor.delays(), ours.delays());
        row("first token error", floor.firstTokenErrors(), ours.firstTokenErrors());
        row("gap error", floor.gapErrors(), ours.gapErrors());
        row("CPU per token, us", floor.cpuMicrosPerToken(), ours.cpuMicrosPerToken());
        row("tokens per second", floor.tokensPerSecond(), ours.tokensPerSecond());
        row("bytes allocated per token", floor.bytesPerToken(), ours.bytesPerToken());
    }

    private void row(String what, Spread floor, Spread ours) {
        out.println("  " + what + "\n    floor " + floor + "\n    ours  " + ours);
        out.printf(Locale.ROOT, "    p99 ours/floor %.2f%n", ours.p99() / floor.p99());
    }

    private void row(String what, double floor, double ours) {
        out.printf(Locale.ROOT, "  %s: floor %.1f, ours %.1f, ours/floor %.2f%n", what, floor, ours, ours / floor);
    }
}
