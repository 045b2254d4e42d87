package io.kanoa.thorgate.telemetry.machine;

import java.io.IOException;
import java.nio.file.Path;

/** A file under {@code /sys} that holds one whole number. */
final class SysNumber {

    private final TextFile text = new TextFile(64);
    private final Path file;

    SysNumber(Path file) {
        this.file = file;
    }

    /** The number, or {@link TextFile#ABSENT}: a device that is off or busy refuses the reading (EAGAIN, ENODATA). */
    long read() {
        try {
            text.read(file);
            return text.nextLine() ? text.signedNumber() : TextFile.ABSENT;
        } catch (IOException e) {
            return TextFile.ABSENT;
        }
    }
}
