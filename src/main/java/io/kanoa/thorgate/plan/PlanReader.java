package io.kanoa.thorgate.plan;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code targets.yaml}. Each reading checks the whole file, all its profiles included, and tells everything that is
 * wrong with it at once.
 */
public final class PlanReader {

    private static final List<String> DRIVERS = List.of("embedded", "vllm", "ollama");

    private PlanReader() {}

    /**
     * The plan of one profile.
     *
     * @throws PlanException if the file is missing or wrong, or has no such profile
     */
    public static Plan read(Path file, String profile) {
        return read(file, profile, List.of());
    }

    /**
     * The plan of one profile, whose engines may name further drivers.
     *
     * @param moreDrivers besides those that a plan always knows
     * @throws PlanException if the file is missing or wrong, or has no such profile
     */
    public static Plan read(Path file, String profile, Collection<String> moreDrivers) {
        Problems problems = new Problems(file.toString());
        Map<String, Plan> plans = plans(file, problems, moreDrivers);
        return Optional.ofNullable(plans.get(profile)).orElseThrow(() -> unknown(profile, plans, problems));
    }

    /**
     * The names of the file's profiles, in its order.
     *
     * @throws PlanException if the file is missing or wrong
     */
    public static List<String> profiles(Path file) {
        return List.copyOf(plans(file, new Problems(file.toString()), List.of()).keySet());
    }

    private static Map<String, Plan> plans(Path file, Problems problems, Collection<String> moreDrivers) {
        Set<String> drivers = new LinkedHashSet<>(DRIVERS);
        drivers.addAll(moreDrivers);
        PlanDraft draft =
                DraftReader.read(YamlTree.parse(PlanFile.text(file, problems), problems), new Known("driver", drivers));
        ProfileResolver resolver = new ProfileResolver(draft);
        Map<String, Plan> plans = new LinkedHashMap<>();
        draft.profiles().forEach((id, profile) -> plans.put(id, resolver.resolve(profile)));
        problems.throwIfAny();
        return plans;
    }

    private static PlanException unknown(String profile, Map<String, Plan> plans, Problems problems) {
        problems.addForFile("has no profile " + Quoted.of(profile) + NearestWord.hint(profile, plans.keySet()));
        return problems.toException();
    }
}
