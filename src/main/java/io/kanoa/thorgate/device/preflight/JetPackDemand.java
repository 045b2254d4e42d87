package io.kanoa.thorgate.device.preflight;

import io.kanoa.thorgate.device.Machine;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which JetPack a plan asks for, e.g. {@code >= 7.0}; without {@code >=} exactly that one.
 *
 * @param release as hundreds of the first number and the second: 702 is 7.2
 */
record JetPackDemand(boolean orNewer, int release) {

    private static final Pattern TEXT = Pattern.compile("(>=|==?)?\\s*(\\d{1,3})(?:\\.(\\d{1,2}))?(?:\\.\\d{1,3})?");
    private static final int FAMILY = 100;

    static Optional<JetPackDemand> parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        return parts.matches()
                ? Optional.of(new JetPackDemand(
                        ">=".equals(parts.group(1)),
                        Integer.parseInt(parts.group(2)) * FAMILY
                                + (parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3)))))
                : Optional.empty();
    }

    /** Whether the machine has it; nothing where too little is known of what it has. */
    Optional<Boolean> isMetBy(Machine machine) {
        Optional<JetPackDemand> exact = machine.jetPack().flatMap(JetPackDemand::parse);
        if (exact.isPresent()) {
            return isMetBy(exact.get().release, exact.get().release);
        }
        return machine.jetPackFamily().isEmpty()
                ? Optional.empty()
                : isMetBy(
                        machine.jetPackFamily().getAsInt() * FAMILY,
                        machine.jetPackFamily().getAsInt() * FAMILY + FAMILY - 1);
    }

    private Optional<Boolean> isMetBy(int lowest, int highest) {
        if (orNewer ? lowest >= release : lowest == release && highest == release) {
            return Optional.of(true);
        }
        return highest < release || !orNewer && lowest > release ? Optional.of(false) : Optional.empty();
    }
}
