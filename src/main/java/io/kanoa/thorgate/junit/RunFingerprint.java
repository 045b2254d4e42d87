package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.history.kept.RowKey;
import io.kanoa.thorgate.plan.Plan;
import io.kanoa.thorgate.plan.Row;
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
     * Of a run: what preflight says must be the same, versions of engines among it; plan, rows, weights, and the options that
     * decide.
     *
     * @throws UncheckedIOException if the plan can't be read again
     */
    static Map<String, String> of(Groundwork groundwork, GateOptions options) {
        Plan plan = groundwork.plan();
        List<Row> rows = groundwork.order();
        Map<String, String> all = new TreeMap<>(groundwork.preflight().fingerprint());
        all.put("gate", GateVersion.own());
        all.put(
                "plan",
                plan.title() + ", SHA-256 "
                        + Sha256.of(content(options.planFile())).substring(0, SHOWN) + "...");
        all.put("profile", plan.profile());
        all.put("rows", joined(rows));
        options.deciding().forEach((name, value) -> all.put("-Dgate." + name, value));
        rows.forEach(row -> RowKey.of(row, List.of(), Map.of(), groundwork.marks())
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
