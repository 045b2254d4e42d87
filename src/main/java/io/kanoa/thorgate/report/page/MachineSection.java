package io.kanoa.thorgate.report.page;

import static j2html.TagCreator.p;

import io.kanoa.thorgate.report.view.RunView;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The machine as it was found, and its fingerprint. */
final class MachineSection {

    private MachineSection() {}

    static List<Section> of(RunView run) {
        List<DomContent> content = new ArrayList<>();
        content.add(p("Figures of two runs can be compared where their fingerprints are the same."));
        if (!run.fingerprint().isEmpty()) {
            content.add(pairs("Fingerprint", run.fingerprint()));
        }
        if (!run.preflight().isEmpty()) {
            content.add(preflight(run.preflight()));
        }
        content.add(pairs("Environment", run.environment()));
        return List.of(new Section("machine", "Machine", content));
    }

    private static DomContent pairs(String caption, Map<String, String> pairs) {
        return Table.of(
                caption,
                List.of("What", "Found"),
                pairs.entrySet().stream()
                        .map(pair -> List.of(pair.getKey(), pair.getValue()))
                        .toList());
    }

    private static DomContent preflight(List<RunView.Finding> findings) {
        return Table.of(
                "Looked at before the run",
                List.of("What", "Found", "Wanted", "Level", "Mend"),
                findings.stream()
                        .map(one -> List.of(one.subject(), one.found(), one.wanted(), one.level(), one.mend()))
                        .toList());
    }
}
