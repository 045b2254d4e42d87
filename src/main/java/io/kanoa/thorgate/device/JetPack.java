package io.kanoa.thorgate.device;

import java.util.Map;
import java.util.Optional;

/** Which JetPack release a release of Linux for Tegra belongs to, for those of the Thor. */
final class JetPack {

    private static final Map<String, String> BY_L4T = Map.of("38.2", "7.0", "38.4", "7.1", "39.2", "7.2");

    private JetPack() {}

    static Optional<String> of(String l4tRelease) {
        String[] parts = l4tRelease.split("\\.");
        return parts.length < 2 ? Optional.empty() : Optional.ofNullable(BY_L4T.get(parts[0] + "." + parts[1]));
    }
}
