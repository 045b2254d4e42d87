package io.kanoa.thorgate.device.preflight;

import io.kanoa.thorgate.device.MachineFiles;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether engines may open enough files: each connection is one, and so is each part of a model. */
record LimitCheck(Optional<String> openFiles) {

    private static final Pattern OPEN_FILES = Pattern.compile("(?m)^Max open files\\s+(\\d{1,18}|unlimited)\\s");
    private static final long LEAST = 4096;

    /** Of this process: those that it starts inherit the limit. */
    static LimitCheck read(MachineFiles files) {
        return new LimitCheck(files.find("proc/self/limits", OPEN_FILES));
    }

    List<Finding> findings() {
        return openFiles.stream().map(LimitCheck::of).toList();
    }

    private static Finding of(String limit) {
        String asked = "at least " + LEAST;
        return limit.equals("unlimited") || Long.parseLong(limit) >= LEAST
                ? Finding.ok("open files", limit, asked)
                : Finding.warning("open files", limit, asked, "ulimit -n 65536");
    }
}
