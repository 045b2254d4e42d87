package io.kanoa.thorgate.device.preflight;

import io.kanoa.thorgate.device.MachineFiles;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The hottest of the kernel's thermal zones. A zone whose part is off refuses to be read or tells of great cold. */
record HottestZone(String name, double celsius) {

    private static final String ZONES = "sys/class/thermal";
    private static final double MILLI = 1e-3;
    private static final double COLDEST = -40;

    static Optional<HottestZone> read(MachineFiles files) {
        return files.names(ZONES, "thermal_zone*").stream()
                .flatMap(zone -> of(files, ZONES + "/" + zone))
                .max(Comparator.comparingDouble(HottestZone::celsius));
    }

    private static Stream<HottestZone> of(MachineFiles files, String zone) {
        return files
                .line(zone + "/temp")
                .filter(text -> text.matches("-?\\d{1,7}"))
                .map(text -> Integer.parseInt(text) * MILLI)
                .filter(celsius -> celsius > COLDEST)
                .map(celsius -> new HottestZone(files.line(zone + "/type").orElse("unnamed zone"), celsius))
                .stream();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f C (%s)", celsius, name);
    }
}
