package io.kanoa.thorgate.fuzz;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** All parsers that are fuzzed. Each lies in the package of its parser and is named in {@code META-INF/services}. */
final class Targets {

    private Targets() {}

    static List<Target> all() {
        return ServiceLoader.load(Target.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** @throws IllegalArgumentException if there is none of this name; the message has all names */
    static Target named(String name) {
        return all().stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no parser " + name + "; there are: "
                        + all().stream().map(Target::name).collect(Collectors.joining(" "))));
    }
}
