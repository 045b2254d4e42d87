package io.kanoa.thorgate.device.preflight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What was found before the run.
 *
 * @param findings in the order in which they were looked at
 * @param fingerprint what must be the same for two runs to be comparable; what is not known is not in it; sorted by key
 * @param facts what changes from hour to hour and is of interest besides; sorted by key
 * @param diskReadRate bytes per second read from the disk past the page cache, where it was measured
 */
public record PreflightReport(
        List<Finding> findings,
        Map<String, String> fingerprint,
        Map<String, String> facts,
        OptionalDouble diskReadRate) {

    public PreflightReport {
        findings = List.copyOf(findings);
        fingerprint = Collections.unmodifiableMap(new TreeMap<>(fingerprint));
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /** The findings of one level. */
    public List<Finding> of(Level level) {
        return findings.stream().filter(finding -> finding.level() == level).toList();
    }

    /** Whether nothing is to be started. */
    public boolean stops() {
        return !of(Level.STOP).isEmpty();
    }

    /** This report with what others found: of engines, their versions and models. */
    public PreflightReport with(Collection<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        return new PreflightReport(all, fingerprint, facts, diskReadRate);
    }

    /** This report with another rate of the disk, in bytes per second. */
    public PreflightReport withDiskReadRate(OptionalDouble rate) {
        return new PreflightReport(findings, fingerprint, facts, rate);
    }

    /** This report with more that must be the same for two runs to be comparable, such as versions of engines. */
    public PreflightReport withFingerprint(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(fingerprint);
        all.putAll(more);
        return new PreflightReport(findings, all, facts, diskReadRate);
    }
}
