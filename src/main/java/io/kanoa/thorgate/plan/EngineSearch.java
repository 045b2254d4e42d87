package io.kanoa.thorgate.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds out which of a profile's engines are on this machine. */
final class EngineSearch {

    private static final String EMBEDDED = "embedded";

    private final PlanDraft plan;
    private final Function<EngineSpec, Optional<String>> missing;

    /** @param missing why an engine is not on this machine; empty where it is there */
    EngineSearch(PlanDraft plan, Function<EngineSpec, Optional<String>> missing) {
        this.plan = plan;
        this.missing = missing;
    }

    /**
     * The engines to run the profile with. A profile that names one engine and runs rows whose engine is missing takes what it
     * names, found or not.
     *
     * @throws PlanException if none of those that the profile prefers is there
     */
    EngineChoice choose(ProfileDraft profile, Problems problems) {
        ProfileEngines engines = profile.engines();
        Map<String, EngineSpec> specs = plan.engines(profile);
        if (!engines.outsideIfMissing() && engines.preferred().size() == 1) {
            return new EngineChoice(engines.preferred().get(0), specs, Map.of());
        }
        Map<String, String> reasons = reasons(used(profile), specs);
        String usual = engines.preferred().stream()
                .filter(id -> !reasons.containsKey(id))
                .findFirst()
                .orElseThrow(() -> noneFound(profile, reasons, problems));
        return new EngineChoice(usual, specs, engines.outsideIfMissing() ? reasons : Map.of());
    }

    /** The engines that rows of the profile may need, those that it prefers first. */
    private Set<String> used(ProfileDraft profile) {
        Set<String> used = new LinkedHashSet<>(profile.engines().preferred());
        plan.rows().stream()
                .filter(row -> !profile.outside().containsKey(row.id()))
                .forEach(row -> used.addAll(profile.changed(row).engines()));
        return used;
    }

    private Map<String, String> reasons(Set<String> ids, Map<String, EngineSpec> specs) {
        Map<String, String> reasons = new LinkedHashMap<>();
        ids.forEach(id -> Optional.ofNullable(specs.get(id))
                .flatMap(engine -> missing.apply(engine).map(reason -> InstallHint.after(reason, engine)))
                .ifPresent(reason -> reasons.put(id, reason)));
        return reasons;
    }

    private PlanException noneFound(ProfileDraft profile, Map<String, String> reasons, Problems problems) {
        List<String> found = new ArrayList<>();
        profile.engines().preferred().forEach(id -> found.add(id + " (" + reasons.get(id) + ")"));
        profile.engines()
                .at()
                .problem("no engine of profile " + profile.id() + " is on this machine: " + String.join("; ", found)
                        + ". Install one of them" + otherwise());
        return problems.toException();
    }

    /** The profiles that need nothing installed. */
    private String otherwise() {
        String profiles = plan.profiles().values().stream()
                .filter(this::isEmbedded)
                .map(profile -> "-Dgate.profile=" + profile.id())
                .collect(Collectors.joining(" or "));
        return profiles.isEmpty() ? "" : ", or run " + profiles + ", which needs none";
    }

    private boolean isEmbedded(ProfileDraft profile) {
        Map<String, EngineSpec> engines = plan.engines(profile);
        return profile.engines().preferred().stream()
                .flatMap(id -> Optional.ofNullable(engines.get(id)).stream())
                .allMatch(engine -> engine.driver().equals(EMBEDDED));
    }
}
