package io.kanoa.thorgate.history.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.history.kept.KeptRow;
import io.kanoa.thorgate.history.kept.KeptRun;
import io.kanoa.thorgate.history.kept.KeptRuns;
import io.kanoa.thorgate.history.kept.KeptValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that appends runs is killed, as {@code kill -9} does, at a moment that nobody chose. */
class KilledWriterTest {

    private static final int LONGEST_MILLIS = 60;

    @TempDir
    Path folder;

    /** Appends runs as fast as it can, and says of each when it is kept. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] args) {
            FolderStore store = new FolderStore(Path.of(args[0]));
            for (int i = Integer.parseInt(args[1]); ; i++) {
                store.append(run(i));
                System.out.println(i);
            }
        }
    }

    @Test
    void killedTwentyTimes_losesNothingThatWasKept() throws Exception {
        kill(20, new Random(1));
    }

    @Tag("slow")
    @Test
    void killedTwoHundredTimes_losesNothingThatWasKept() throws Exception {
        kill(200, new Random(2));
    }

    private void kill(int times, Random random) throws IOException, InterruptedException {
        FolderStore store = new FolderStore(folder);
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            kept.addAll(killedWriter(i * 100_000, random));
            List<KeptRun> read = store.read().runs();
            assertThat(read).as("after %d kills", i + 1).extracting(KeptRun::id).containsAll(kept);
            // What it wrote and was killed before it could say so is kept as well.
            List<KeptRun> older = read.subList(0, Math.max(0, read.size() - 20));
            store.prune(contents -> Set.copyOf(older));
            kept.removeAll(older.stream().map(KeptRun::id).toList());
        }
        assertThat(store.read().notes()).isEmpty();
    }

    /** The runs that it said were kept, before it was killed. */
    private List<String> killedWriter(int from, Random random) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString(),
                        Integer.toString(from))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out = writer.inputReader()) {
            said.add("run-" + out.readLine());
            TimeUnit.MICROSECONDS.sleep(random.nextInt(1000 * LONGEST_MILLIS));
            writer.toHandle().destroyForcibly();
            out.lines()
                    .filter(line -> line.matches("\\d+"))
                    .map(number -> "run-" + number)
                    .forEach(said::add);
        }
        assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    /** As large as that of a whole plan, so that writing takes a moment. */
    private static KeptRun run(int number) {
        KeptRow[] rows = IntStream.range(0, 40)
                .mapToObj(row -> new KeptRow(
                        "A" + row,
                        KeptRuns.KEY,
                        "PASS",
                        IntStream.range(0, 30)
                                .mapToObj(i -> new KeptValue("figure " + i, i, i, i, 60, false))
                                .toList()))
                .toArray(KeptRow[]::new);
        return KeptRuns.run(number, KeptRuns.MACHINE, rows);
    }
}
