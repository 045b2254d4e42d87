package io.kanoa.thorgate.device.preflight;

import io.kanoa.thorgate.device.MachineFiles;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The power modes of a Jetson: which is set, and which there are. The set one is what {@code nvpmodel -q} prints, else what
 * that program keeps in {@code /var/lib/nvpmodel/status}, which takes neither the program nor root.
 *
 * @param set name of the mode that is set, where it is known
 * @param names of all modes by their number, from {@code /etc/nvpmodel.conf}
 */
record PowerModes(Optional<String> set, Map<Integer, String> names) {

    private static final Pattern PRINTED = Pattern.compile("(?m)^NV Power Mode:\\s*(\\S{1,40})\\s*$");
    private static final Pattern KEPT = Pattern.compile("pmode:(\\d{1,4})");
    private static final Pattern DEFINED =
            Pattern.compile("(?m)^<\\s*POWER_MODEL\\s+ID=(\\d{1,4})\\s+NAME=(\\S{1,40})\\s*>");

    static PowerModes read(MachineFiles files, Programs programs) {
        Map<Integer, String> names = DEFINED.matcher(
                        files.text("etc/nvpmodel.conf").orElse(""))
                .results()
                .collect(Collectors.toMap(
                        mode -> Integer.valueOf(mode.group(1)),
                        mode -> mode.group(2),
                        (first, again) -> first,
                        TreeMap::new));
        Optional<String> kept = files.find("var/lib/nvpmodel/status", KEPT)
                .map(number -> names.getOrDefault(Integer.valueOf(number), "number " + Integer.valueOf(number)));
        return new PowerModes(printed(programs).or(() -> kept), names);
    }

    private static Optional<String> printed(Programs programs) {
        return programs.ask("nvpmodel", "-q")
                .flatMap(text -> PRINTED.matcher(text).results().findFirst())
                .map(mode -> mode.group(1));
    }

    /** The command that sets a mode: the number of MAXN is not the same on all boards. */
    String commandFor(String mode) {
        if (names.isEmpty()) {
            return "sudo nvpmodel -m NUMBER, with the number of " + mode + " in /etc/nvpmodel.conf";
        }
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equalsIgnoreCase(mode))
                .findFirst()
                .map(entry -> "sudo nvpmodel -m " + entry.getKey())
                .orElse("correct power-mode in the plan: this board has " + String.join(", ", names.values()));
    }
}
