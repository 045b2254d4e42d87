package io.kanoa.thorgate.telemetry.machine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the power monitors of a board by their names, because their numbers change from boot to boot. */
final class HwmonRails {

    private static final String BOARD_INPUT = "VIN";
    private static final int CHANNELS = 3;

    private final Path directory;
    private final boolean isThor;

    /** @param isThor on a Thor the one INA238 measures the board input, though its driver gives it no label */
    HwmonRails(Path root, boolean isThor) {
        this.directory = root.resolve("sys/class/hwmon");
        this.isThor = isThor;
    }

    List<PowerRail> find() {
        return Stream.concat(boardInput(), chips("ina3221").flatMap(HwmonRails::channels))
                .toList();
    }

    private Stream<Path> chips(String name) {
        return SysFiles.list(directory, "hwmon*").stream()
                .filter(chip -> SysFiles.text(chip.resolve("name")).equals(Optional.of(name)));
    }

    private Stream<PowerRail> boardInput() {
        List<Path> chips = chips("ina238")
                .filter(chip -> Files.isReadable(chip.resolve("power1_input")))
                .toList();
        boolean isOnlyOne = chips.size() == 1;
        return chips.stream()
                .flatMap(chip -> label(chip)
                        .or(() -> Optional.of(BOARD_INPUT).filter(v -> isThor && isOnlyOne))
                        .map(name -> PowerRail.ofMicrowatts(name, chip.resolve("power1_input")))
                        .stream());
    }

    private static Optional<String> label(Path chip) {
        return Stream.of("power1_label", "in1_label", "label")
                .flatMap(file -> SysFiles.text(chip.resolve(file)).stream())
                .findFirst();
    }

    /** Channels beyond the third are sums of these, and those labelled NC are not connected. */
    private static Stream<PowerRail> channels(Path chip) {
        return IntStream.rangeClosed(1, CHANNELS)
                .boxed()
                .flatMap(n -> SysFiles.text(chip.resolve("in" + n + "_label")).stream()
                        .filter(label -> !label.equals("NC"))
                        .map(label -> PowerRail.ofMillivoltsAndMilliamperes(
                                label, chip.resolve("in" + n + "_input"), chip.resolve("curr" + n + "_input"))));
    }
}
