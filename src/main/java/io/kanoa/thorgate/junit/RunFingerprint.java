package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.history.kept.RowKey;
import io.kanoa.thorgate.plan.Plan;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.report.Sha256;
import io.kanoa.thorgate.report.checkpoint.GateVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What must be the same for one part of a run to go on with another: by name, so that each difference can be named. */
final class RunFingerprint {

    private static final int SHOWN = 16;

    private RunFingerprint() {}

    /**
     * Of a run.
     *
     * @param file of the plan
     * @param rows as they are run, in that order
     * @param machine what preflight says must be the same, versions of engines among it
     * @param options that decide, by name
     * @param marks that tell weights from others, by their servings
     */
    static Map<String, String> of(
            Plan plan,
            Path file,
            List<Row> rows,
            Map<String, String> machine,
            Map<String, String> options,
            Map<Serving, String> marks) {
        Map<String, String> all = new TreeMap<>(machine);
        all.put("gate", GateVersion.own());
        all.put("plan", plan.title() + ", SHA-256 " + Sha256.of(content(file)).substring(0, SHOWN) + "...");
        all.put("profile", plan.profile());
        all.put("rows", joined(rows));
        options.forEach((name, value) -> all.put("-Dgate." + name, value));
        rows.forEach(row -> RowKey.of(row, List.of(), Map.of(), marks)
                .forEach((name, value) -> all.put(row.id() + " " + name, value)));
        rows.forEach(row -> all.put(
                row.id() + " targets",
                row.targets().stream().map(Target::toString).collect(Collectors.joining(", "))));
        return all;
    }

    /** Line ends are not told from each other: a checkout on another system may have changed them. */
    private static String content(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the plan " + file + " can't be read", e);
        }
    }

    private static String joined(List<Row> rows) {
        return rows.stream().map(Row::id).collect(Collectors.joining(","));
    }
}
