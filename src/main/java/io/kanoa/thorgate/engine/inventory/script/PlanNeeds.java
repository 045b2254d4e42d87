package io.kanoa.thorgate.engine.inventory.script;

import io.kanoa.thorgate.physics.Assumptions;
import io.kanoa.thorgate.physics.Candidate;
import io.kanoa.thorgate.physics.Hardware;
import io.kanoa.thorgate.physics.MemoryNeed;
import io.kanoa.thorgate.physics.Physics;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Plan;
import io.kanoa.thorgate.plan.PlanException;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.weights.place.ModelPlaces;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells scripts what a profile of a plan needs on this machine, one line each, its fields between tabs; {@code -} stands for nothing.
 *
 * <pre>
 * device  POWER-MODE
 * engine  ID     DRIVER  program|container|attach  PROGRAM|IMAGE|ADDRESS
 * model   ID     ENGINE  hub|folder|awq|ollama|none  FROM  REVISION  TARGET  BYTES-IN-MEMORY  fits|too-large|unknown
 * </pre>
 */
public final class PlanNeeds {

    private static final String NOTHING = "-";
    /** The least that a model is started with. */
    private static final long SHORT_CONTEXT = 4096;

    private final Plan plan;
    private final ModelPlaces places;
    private final Physics physics;

    PlanNeeds(Plan plan, ModelPlaces places) {
        this.plan = plan;
        this.places = places;
        this.physics = new Physics(Hardware.of(plan.device()), Assumptions.PLAIN, serving -> candidate(serving));
    }

    /** @param arguments the plan's file and the profile */
    public static void main(String[] arguments) {
        try {
            Plan plan = ScriptedPlan.read(arguments[0], arguments[1]).plan();
            new PlanNeeds(plan, ModelPlaces.ofThisProcess()).lines().forEach(System.out::println);
        } catch (PlanException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Each once: rows may start the same engine with other arguments. */
    List<String> lines() {
        return Stream.of(
                        Stream.of(line(
                                "device",
                                Optional.ofNullable(plan.device().powerMode()).orElse(NOTHING))),
                        engines().map(PlanNeeds::engine),
                        servings().map(this::model))
                .flatMap(lines -> lines)
                .distinct()
                .toList();
    }

    private Stream<EngineSpec> engines() {
        return plan.rows().stream()
                .flatMap(row -> row.work().engines().stream())
                .distinct();
    }

    /** Rows may ask the same model for several contexts; it is prepared once. */
    private Stream<Serving> servings() {
        return plan.rows().stream()
                .flatMap(row -> row.work().involved().stream())
                .filter(serving -> serving.model().standIn() == null)
                .collect(Collectors.toMap(
                        Serving::toString, serving -> serving, (one, other) -> one, java.util.LinkedHashMap::new))
                .values()
                .stream();
    }

    private static String engine(EngineSpec engine) {
        Launch launch = engine.launch();
        if (launch instanceof Launch.Container container) {
            return line("engine", engine.id(), engine.driver(), "container", container.image());
        }
        return launch instanceof Launch.Attach attach
                ? line(
                        "engine",
                        engine.id(),
                        engine.driver(),
                        "attach",
                        attach.address().toString())
                : line(
                        "engine",
                        engine.id(),
                        engine.driver(),
                        "program",
                        ((Launch.Program) launch).program().orElse(engine.driver()));
    }

    private String model(Serving serving) {
        Preparation how = Preparation.of(serving, places);
        Optional<MemoryNeed> need = physics.memory(candidate(serving), SHORT_CONTEXT);
        return line(
                "model",
                serving.model().id(),
                serving.engine().id(),
                how.way().name().toLowerCase(Locale.ROOT),
                how.from(),
                how.revision(),
                how.target().map(Path::toString).orElse(NOTHING),
                need.map(known -> Long.toString(Math.round(known.bytes()))).orElse(NOTHING),
                need.map(known -> known.tooLarge() ? "too-large" : "fits").orElse("unknown"));
    }

    private static Candidate candidate(Serving serving) {
        return Candidate.declared(serving.model(), serving.model().facts());
    }

    /** Scripts split at tabs, so that no field may have one or be empty. */
    private static String line(String... fields) {
        return Stream.of(fields)
                .map(field -> field.replaceAll("[\\p{Cntrl}\\x{80}-\\x{9f}\\p{Cf}]", " "))
                .map(field -> field.isBlank() ? NOTHING : field)
                .collect(Collectors.joining("\t"));
    }
}
