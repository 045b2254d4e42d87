package io.kanoa.thorgate.device.preflight;

import io.kanoa.thorgate.device.MachineFiles;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code /proc/meminfo} says, in bytes by its own names. */
record MemoryFacts(Map<String, Long> bytes) {

    private static final Pattern LINE = Pattern.compile("(?m)^(\\w{1,40}):\\s+(\\d{1,12}) kB$");
    private static final long KIBI = 1024;

    static MemoryFacts read(MachineFiles files) {
        String text = files.text("proc/meminfo").orElse("");
        return new MemoryFacts(LINE.matcher(text)
                .results()
                .collect(Collectors.toMap(
                        line -> line.group(1), line -> Long.parseLong(line.group(2)) * KIBI, (first, again) -> first)));
    }

    OptionalLong total() {
        return of("MemTotal");
    }

    /** What can be had without swapping, page cache included. */
    OptionalLong available() {
        return of("MemAvailable");
    }

    /** What nothing at all is kept in. */
    OptionalLong free() {
        return of("MemFree");
    }

    /** Available, but only after the kernel dropped what it keeps there of files. */
    OptionalLong pageCache() {
        return difference(available(), free());
    }

    OptionalLong swapUsed() {
        return difference(of("SwapTotal"), of("SwapFree"));
    }

    private OptionalLong of(String name) {
        Long value = bytes.get(name);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static OptionalLong difference(OptionalLong more, OptionalLong less) {
        return more.isPresent() && less.isPresent()
                ? OptionalLong.of(Math.max(0, more.getAsLong() - less.getAsLong()))
                : OptionalLong.empty();
    }
}
