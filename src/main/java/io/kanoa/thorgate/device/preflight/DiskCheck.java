package io.kanoa.thorgate.device.preflight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Whether what the run writes fits the disk, and how fast the disk is.
 *
 * @param folder that exists
 * @param usable bytes; nothing where they cannot be told
 * @param rate nothing measured where it was not asked for
 */
record DiskCheck(Path folder, OptionalLong usable, DiskRate rate, Needs needs) {

    private static final String NOT_ASKED = "not measured";
    private static final int ROOMY = 10;

    static DiskCheck read(Needs needs) {
        Path folder = existing(needs.folder().toAbsolutePath());
        DiskRate rate = needs.measuresDisk() ? DiskRate.of(folder, needs.largeFile()) : DiskRate.unknown(NOT_ASKED);
        return new DiskCheck(folder, usable(folder), rate, needs);
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        usable.ifPresent(bytes -> findings.add(space(bytes)));
        findings.add(speed());
        return findings;
    }

    private Finding space(long bytes) {
        String found = Sizes.gigabytes(bytes) + " free at " + folder;
        String asked = "at least " + Sizes.gigabytes(needs.diskBytes());
        String mend = "df -h " + folder
                + "; remove what is not needed, or choose another folder with -Dgate.cache, -Dgate.results";
        if (bytes < needs.diskBytes()) {
            return Finding.stop("disk space", found, asked, mend);
        }
        return bytes < ROOMY * needs.diskBytes() && bytes - needs.diskBytes() < ROOMY * 1e9
                ? Finding.warning("disk space", found, asked + " and some to spare", mend)
                : Finding.ok("disk space", found, asked);
    }

    private Finding speed() {
        if (rate.bytesPerSecond().isPresent()) {
            return Finding.ok(
                    "disk read rate", Sizes.gigabytes(rate.bytesPerSecond().getAsDouble()) + "/s past the page cache");
        }
        return needs.measuresDisk()
                ? Finding.warning(
                        "disk read rate", rate.problem(), "a figure", "choose a folder on a disk: -Dgate.cache=FOLDER")
                : Finding.ok("disk read rate", rate.problem());
    }

    private static Path existing(Path folder) {
        Path parent = folder.getParent();
        return Files.isDirectory(folder) || parent == null ? folder : existing(parent);
    }

    private static OptionalLong usable(Path folder) {
        try {
            return OptionalLong.of(Files.getFileStore(folder).getUsableSpace());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
