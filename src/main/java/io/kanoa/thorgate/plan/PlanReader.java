package io.kanoa.thorgate.plan;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code targets.yaml}. Each reading checks the whole file, all its profiles included, and tells everything that is
 * wrong with it at once, whatever the machine.
 */
public final class PlanReader {

    private static final List<String> DRIVERS = List.of("embedded", "vllm", "ollama", "llama-server", "openai");

    private PlanReader() {}

    /**
     * The plan of one profile, as if all its engines were on this machine.
     *
     * @throws PlanException if the file is missing or wrong, or has no such profile
     */
    public static Plan read(Path file, String profile) {
        return read(file, profile, Surroundings.ofThisProcess());
    }

    /**
     * The plan of one profile, whose engines may name further drivers.
     *
     * @param moreDrivers besides those that a plan always knows
     * @throws PlanException if the file is missing or wrong, or has no such profile
     */
    public static Plan read(Path file, String profile, Collection<String> moreDrivers) {
        return read(file, profile, Surroundings.ofThisProcess().withDrivers(moreDrivers));
    }

    /**
     * The plan of one profile, with those of its engines that are there.
     *
     * @param surroundings that it is to run in
     * @throws PlanException if the file is missing or wrong, has no such profile, or if none of the engines that the profile
     *     prefers is there
     */
    public static Plan read(Path file, String profile, Surroundings surroundings) {
        Problems problems = new Problems(file.toString());
        PlanDraft draft = draft(file, problems, surroundings);
        ProfileDraft chosen =
                Optional.ofNullable(draft.profiles().get(profile)).orElseThrow(() -> unknown(profile, draft, problems));
        EngineChoice engines = new EngineSearch(draft, surroundings.missing()).choose(chosen, problems);
        DatabaseChoice databases = new DatabaseChoice(draft.databases(chosen), surroundings.missingDatabases());
        return new ProfileResolver(draft).resolve(chosen, engines, databases);
    }

    /**
     * The names of the file's profiles, in its order.
     *
     * @throws PlanException if the file is missing or wrong
     */
    public static List<String> profiles(Path file) {
        return List.copyOf(draft(file, new Problems(file.toString()), Surroundings.ofThisProcess())
                .profiles()
                .keySet());
    }

    /**
     * The ids of the file's engines, in its order.
     *
     * @throws PlanException if the file is missing or wrong
     */
    public static Set<String> engines(Path file, Surroundings surroundings) {
        return Collections.unmodifiableSet(draft(file, new Problems(file.toString()), surroundings)
                .engines()
                .keySet());
    }

    private static PlanDraft draft(Path file, Problems problems, Surroundings surroundings) {
        Set<String> drivers = new LinkedHashSet<>(DRIVERS);
        drivers.addAll(surroundings.drivers());
        Cursor root = YamlTree.parse(PlanFile.text(file, problems), problems);
        PlanDraft draft = DraftReader.read(
                root,
                new EngineReader(new Known("driver", drivers), surroundings),
                new DatabaseReader(surroundings.home()));
        ProfileResolver resolver = new ProfileResolver(draft);
        draft.profiles().values().forEach(resolver::check);
        problems.throwIfAny();
        return draft;
    }

    private static PlanException unknown(String profile, PlanDraft draft, Problems problems) {
        problems.addForFile("has no profile " + Quoted.of(profile)
                + NearestWord.hint(profile, draft.profiles().keySet()));
        return problems.toException();
    }
}
