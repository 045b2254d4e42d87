package io.kanoa.thorgate.device;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Which JetPack release a release of Linux for Tegra belongs to: exactly for those of the Thor, else the family. */
final class JetPack {

    private static final Map<String, String> BY_L4T = Map.of("38.2", "7.0", "38.4", "7.1", "39.2", "7.2");
    private static final Map<String, Integer> FAMILY_BY_L4T =
            Map.of("32", 4, "34", 5, "35", 5, "36", 6, "38", 7, "39", 7);

    private JetPack() {}

    static Optional<String> of(String l4tRelease) {
        String[] parts = l4tRelease.split("\\.");
        return parts.length < 2 ? Optional.empty() : Optional.ofNullable(BY_L4T.get(parts[0] + "." + parts[1]));
    }

    static OptionalInt family(String l4tRelease) {
        Integer family = FAMILY_BY_L4T.get(l4tRelease.split("\\.", 2)[0]);
        return family == null ? OptionalInt.empty() : OptionalInt.of(family);
    }
}
