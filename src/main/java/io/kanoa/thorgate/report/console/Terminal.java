package io.kanoa.thorgate.report.console;

import io.kanoa.thorgate.device.tool.OneShot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The terminal that a run is watched on, if it is.
 *
 * @param device to draw the live line on; empty where there is to be none
 * @param measured device whose width counts; empty where there is no terminal
 * @param colours whether verdicts have some
 */
public record Terminal(Optional<Path> device, Optional<Path> measured, boolean colours) {

    /** None: a build log. */
    public static final Terminal NONE = new Terminal(Optional.empty(), Optional.empty(), false);

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** How text is to be set now. Asks the terminal for its width, which takes some milliseconds. */
    public ConsoleFormat format() {
        int width = measured.flatMap(Terminal::columns).orElse(ConsoleFormat.PLAIN.width());
        return ConsoleFormat.of(width, colours);
    }

    private static Optional<Integer> columns(Path device) {
        OneShot size = OneShot.run(List.of("stty", "-F", device.toString(), "size"), PATIENCE);
        return Optional.of(size)
                .filter(answer -> answer.isDone() && answer.text().matches("\\d{1,4} [1-9]\\d{0,3}"))
                .map(answer -> Integer.valueOf(answer.text().split(" ")[1]));
    }
}
