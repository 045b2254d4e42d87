package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.device.DefaultProfile;
import io.kanoa.thorgate.device.Machine;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.NearestWord;
import io.kanoa.thorgate.plan.Plan;
import io.kanoa.thorgate.plan.PlanReader;
import io.kanoa.thorgate.plan.Surroundings;
import io.kanoa.thorgate.workload.calibration.Calibrator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.commons.JUnitException;

/**
 * The options of a run: {@code -Dgate.x} (a JUnit configuration parameter works as well), else the environment's
 * {@code GATE_X} with dots and dashes as underscores.
 */
final class GateOptions {

    private static final String PREFIX = "gate.";
    private static final Pattern TIME = Pattern.compile("([1-9]\\d{0,3}) ?(s|min)");
    static final String PROFILE = "profile";
    static final String EMBEDDED_MODEL = "embedded.model";
    static final String MODEL = "model";
    private static final String MODEL_ON_ENGINE = MODEL + ".";
    static final String PLAN = "plan";
    static final String ROWS = "rows";
    static final String RESULTS = "results";
    static final String CACHE = "cache";
    static final String ROOT = "root";
    static final String SECOND_OPINION = "second-opinion";
    static final String DRY_RUN = "dry-run";
    static final String DEVICE = "device";
    static final String INFEASIBLE = "infeasible";
    static final String DISK_RATE = "disk-rate";
    static final String DROP_CACHES = "drop-caches";
    static final String CALIBRATION_TIME = "calibration-time";
    static final String CONSOLE = "console";
    static final String HISTORY = "history";
    static final String BASELINE = "baseline";
    static final String TAG = "tag";
    static final String LOCK = "lock";
    static final String LOCK_FILE = "lock-file";
    static final String COOL_DOWN = "cool-down";
    static final String PATIENCE = "patience";
    static final String RESUME = "resume";
    private static final List<String> KNOWN = List.of(
            PROFILE,
            PLAN,
            ROWS,
            RESULTS,
            CACHE,
            CALIBRATION_TIME,
            CONSOLE,
            SECOND_OPINION,
            DRY_RUN,
            DEVICE,
            INFEASIBLE,
            DISK_RATE,
            DROP_CACHES,
            HISTORY,
            BASELINE,
            TAG,
            LOCK,
            LOCK_FILE,
            COOL_DOWN,
            PATIENCE,
            RESUME,
            MODEL,
            ROOT,
            EMBEDDED_MODEL,
            "embedded.threads",
            "allure.results",
            "allure.report");

    /** Of {@link #KNOWN}, those that change nothing that is measured, or that the plan and its rows tell. */
    private static final Set<String> SECONDARY = Set.of(
            PROFILE,
            PLAN,
            ROWS,
            RESULTS,
            CACHE,
            CONSOLE,
            TAG,
            LOCK,
            LOCK_FILE,
            RESUME,
            "allure.results",
            "allure.report");

    private final Function<String, Optional<String>> parameters;
    private final Map<String, String> environment;

    /**
     * @param parameters looks up a configuration parameter or system property by its full name
     * @param environment of the process
     */
    GateOptions(Function<String, Optional<String>> parameters, Map<String, String> environment) {
        this.parameters = parameters;
        this.environment = environment;
    }

    /** The value of an option, by its name without {@code gate.}; blank counts as absent. */
    Optional<String> get(String name) {
        return parameters
                .apply(PREFIX + name)
                .or(() -> Optional.ofNullable(environment.get(variable(name))))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    String get(String name, String otherwise) {
        return get(name).orElse(otherwise);
    }

    /**
     * What {@code -Dgate.infeasible} says of rows beyond their ceiling.
     *
     * @throws JUnitException if it is neither {@code measure} nor {@code skip}
     */
    boolean skipsInfeasible() {
        String choice = get(INFEASIBLE, "measure");
        if (!choice.equals("measure") && !choice.equals("skip")) {
            throw new JUnitException("-Dgate." + INFEASIBLE + "=" + choice + ": write measure or skip");
        }
        return choice.equals("skip");
    }

    /**
     * Whether {@code -Dgate.console} wants plain lines even where there is a terminal.
     *
     * @throws JUnitException if it is neither {@code auto} nor {@code plain}
     */
    boolean wantsPlainConsole() {
        String choice = get(CONSOLE, "auto");
        if (!choice.equals("auto") && !choice.equals("plain")) {
            throw new JUnitException("-Dgate." + CONSOLE + "=" + choice + ": write auto or plain");
        }
        return choice.equals("plain");
    }

    /**
     * The rate at which the disk is read, in bytes per second, where it is given.
     *
     * @throws JUnitException if it is no rate
     */
    Optional<Double> diskRate() {
        return get(DISK_RATE).map(GateOptions::bytesPerSecond);
    }

    private static double bytesPerSecond(String text) {
        if (!text.matches("[0-9]{1,4}(\\.[0-9]{1,3})? ?GB/s")) {
            throw new JUnitException("-Dgate." + DISK_RATE + "=" + text + ": write GB/s, e.g. \"3.5 GB/s\"");
        }
        return Double.parseDouble(text.substring(0, text.indexOf('G')).strip()) * 1e9;
    }

    /**
     * The device that a dry run is about, where it is described and not this one.
     *
     * @throws JUnitException if it is given for a run that is not dry
     */
    Optional<String> describedDevice() {
        Optional<String> device = get(DEVICE);
        if (device.isPresent() && !isSet(DRY_RUN)) {
            throw new JUnitException("-Dgate." + DEVICE
                    + " describes a device that is not this one: it goes with -Dgate." + DRY_RUN + " only");
        }
        return device;
    }

    /** Whether a switch is on: named, with no value or with {@code true}. */
    boolean isSet(String name) {
        return parameters
                .apply(PREFIX + name)
                .or(() -> Optional.ofNullable(environment.get(variable(name))))
                .map(String::strip)
                .filter(value -> value.isEmpty() || value.equals("true"))
                .isPresent();
    }

    /** The options that decide what is measured and how it is judged, as far as they are given; sorted by name. */
    Map<String, String> deciding() {
        Map<String, String> given = new TreeMap<>();
        KNOWN.stream()
                .filter(name -> !SECONDARY.contains(name))
                .forEach(name -> get(name)
                        .or(() -> isSet(name) ? Optional.of("true") : Optional.empty())
                        .ifPresent(value -> given.put(name, value)));
        return given;
    }

    /**
     * Refuses names under {@code gate.} that no option has, so that a misspelt option is not silently ignored.
     *
     * @throws JUnitException naming the option and the nearest valid one
     */
    static void refuseUnknown(Iterable<String> propertyNames) {
        for (String property : propertyNames) {
            String name = property.startsWith(PREFIX) ? property.substring(PREFIX.length()) : PLAN;
            if (!KNOWN.contains(name) && !name.startsWith(MODEL_ON_ENGINE)) {
                throw new JUnitException("unknown option -D" + property + NearestWord.hint(name, KNOWN));
            }
        }
    }

    /**
     * The plan for the chosen profile, else for the one that fits {@code machine}, with those of its engines that are here.
     *
     * @throws io.kanoa.thorgate.plan.PlanException if it is not a valid plan, has no such profile, or none of the engines that
     *     the profile prefers is here
     * @throws JUnitException if the profile has no use for a model that an option gives
     */
    Plan plan(Machine machine, Surroundings surroundings) {
        String profile = profile(machine, surroundings);
        Plan plan = PlanReader.read(planFile(), profile, surroundings);
        Plan served = get(EMBEDDED_MODEL).map(plan::servingFrom).orElse(plan);
        if (!served.hasSubstitutes() && usesGivenModel(served)) {
            throw new JUnitException("-Dgate." + MODEL + " gives what serves in the place of substitutes, and profile "
                    + profile + " has none; leave it out or choose another profile");
        }
        return served.substituting(this::givenModel);
    }

    /** The profile that was asked for, else the one of the described device, else the one that fits {@code machine}. */
    private String profile(Machine machine, Surroundings surroundings) {
        Optional<String> device = describedDevice();
        return get(PROFILE)
                .orElseGet(
                        () -> device.map(name -> profileOf(name, surroundings)).orElse(DefaultProfile.of(machine)));
    }

    private String profileOf(String device, Surroundings surroundings) {
        return PlanReader.profiles(planFile()).stream()
                .filter(profile -> PlanReader.read(
                                planFile(), profile, surroundings.withMissing(engine -> Optional.empty()))
                        .device()
                        .name()
                        .equals(device))
                .findFirst()
                .orElseThrow(() -> new JUnitException(
                        "-Dgate." + DEVICE + "=" + device + ": no profile of " + planFile() + " is for this device"));
    }

    /**
     * Refuses names under {@code gate.model.} that no engine of the plan has.
     *
     * @throws JUnitException naming the option and the nearest engine
     */
    void refuseUnknownEngines(Iterable<String> propertyNames, Surroundings surroundings) {
        String prefix = PREFIX + MODEL_ON_ENGINE;
        for (String property : propertyNames) {
            if (property.startsWith(prefix)) {
                Set<String> engines = PlanReader.engines(planFile(), surroundings);
                String engine = property.substring(prefix.length());
                if (!engines.contains(engine)) {
                    throw new JUnitException("-D" + property + ": the plan has no engine of this name"
                            + NearestWord.hint(engine, engines));
                }
            }
        }
    }

    /** The file of the plan. */
    Path planFile() {
        return Path.of(get(PLAN, "targets.yaml"));
    }

    private boolean usesGivenModel(Plan plan) {
        return plan.rows().stream()
                .flatMap(row -> row.work().servings().stream())
                .anyMatch(serving -> givenModel(serving.engine()).isPresent());
    }

    /** What the user wants this engine to serve; a file by its full path. */
    private Optional<String> givenModel(EngineSpec engine) {
        return get(MODEL_ON_ENGINE + engine.id()).or(() -> get(MODEL)).map(GateOptions::fullPath);
    }

    private static String fullPath(String model) {
        return Files.exists(Path.of(model))
                ? Path.of(model).toAbsolutePath().normalize().toString()
                : model;
    }

    /**
     * Milliseconds to measure the client's timing error for, with each number of streams.
     *
     * @throws JUnitException if it is no number of milliseconds from 1 to 9999
     */
    Duration calibrationTime() {
        return get(CALIBRATION_TIME).map(GateOptions::milliseconds).orElse(Calibrator.DEFAULT_TIME);
    }

    /**
     * How long nothing may happen beyond all that the plan allows, before the gate interrupts what it waits for.
     *
     * @throws JUnitException if it is no length of time
     */
    Duration patience() {
        String text = get(PATIENCE, "1 min");
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            throw new JUnitException("-Dgate." + PATIENCE + "=" + text + ": write e.g. \"30 s\" or \"5 min\"");
        }
        return DeviceOptions.duration(parts.group(1), parts.group(2));
    }

    private static Duration milliseconds(String text) {
        if (!text.matches("[1-9]\\d{0,3}")) {
            throw new JUnitException(
                    "-Dgate." + CALIBRATION_TIME + "=" + text + ": write milliseconds, 1 to 9999, without a unit");
        }
        return Duration.ofMillis(Long.parseLong(text));
    }

    /**
     * Of the machine's file system: {@code /}, or for tests a folder with files like those of another machine.
     *
     * @throws JUnitException if there is no such folder
     */
    Path root() {
        Path root = Path.of(get(ROOT, "/")).toAbsolutePath();
        if (!Files.isDirectory(root)) {
            throw new JUnitException("-Dgate." + ROOT + "=" + root
                    + " is no folder: give one with files like those of a machine's root");
        }
        return root;
    }

    /** The folder that the run's files go to. */
    Path results() {
        return Path.of(get(RESULTS, "target/gate")).toAbsolutePath();
    }

    /** The folder that Allure's listener writes to. */
    Path allureResults() {
        return Path.of(parameters.apply("allure.results.directory").orElse("allure-results"))
                .toAbsolutePath();
    }

    /** Where Maven will put the Allure report. */
    Path allureReport() {
        return Path.of(get("allure.report", "target/allure-report/index.html")).toAbsolutePath();
    }

    /** The folder for files that outlive runs. */
    Path cache() {
        return get(CACHE)
                .map(Path::of)
                .orElseGet(() -> Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                        .map(Path::of)
                        .orElse(Path.of(System.getProperty("user.home"), ".cache"))
                        .resolve("thor-gate"));
    }

    private static String variable(String name) {
        return (PREFIX + name).replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
