package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.device.Machine;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.report.Sha256;
import io.kanoa.thorgate.report.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * How many warm-up requests a model was found to need on this device, by model and engine with its arguments, kept from run
 * to run: once found, a number stays, so that runs can be compared; it only grows, where a row turns out to hold warm-up
 * still. One small text file each in the cache folder: the number on its first line, what it is for below. A file is
 * written beside its place and then moved there, so that a crash leaves the old one or the new one; one that cannot be read
 * counts as absent. Delete a file to have the number found anew.
 */
final class WarmUpStore {

    private static final int MOST = 10_000;
    private static final int LONGEST_NAME = 24;

    private final Path folder;
    private final String device;

    /** Where they are, below the folder that outlives runs. */
    static Path folder(Path cache) {
        return cache.resolve("warm-up");
    }

    /** @param cache folder that outlives runs */
    WarmUpStore(Path cache, Machine machine) {
        this.folder = folder(cache);
        this.device = machine.model().or(machine::cpu).orElse("unknown") + ", " + machine.cores() + " cores, "
                + machine.architecture();
    }

    /** The number kept for {@code serving}; empty where there is none, or none that makes sense. */
    OptionalInt find(Serving serving) {
        try {
            List<String> lines = Files.readAllLines(file(serving));
            int number = Integer.parseInt(lines.get(0).strip());
            return number >= 0 && number <= MOST ? OptionalInt.of(number) : OptionalInt.empty();
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return OptionalInt.empty();
        }
    }

    /**
     * Keeps {@code number}, unless a larger one is kept already.
     *
     * @throws java.io.UncheckedIOException if the cache folder cannot be written
     */
    void keep(Serving serving, int number) {
        if (number <= find(serving).orElse(-1)) {
            return;
        }
        String text = Math.min(MOST, number) + "\n" + subject(serving) + "\n";
        WholeFile.write(file(serving), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Path file(Serving serving) {
        return folder.resolve(Sha256.of(subject(serving)).substring(0, LONGEST_NAME) + ".txt");
    }

    /** All that a change of which may change the warm-up. Values of the environment may be secrets and are not told. */
    private String subject(Serving serving) {
        EngineSpec engine = serving.engine();
        return String.join(
                "\n",
                device,
                serving.model().toString(),
                engine.id() + " " + engine.driver() + " " + engine.launch(),
                serving.arguments().toString(),
                serving.context().toString(),
                Integer.toHexString(engine.environment().hashCode()));
    }
}
