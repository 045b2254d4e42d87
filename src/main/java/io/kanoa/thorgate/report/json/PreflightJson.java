package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.device.preflight.Finding;
import java.util.List;

/** What was found before the run. */
final class PreflightJson {

    private PreflightJson() {}

    static ArrayNode of(List<Finding> findings) {
        ArrayNode array = Nodes.array();
        findings.forEach(finding -> array.add(of(finding)));
        return array;
    }

    private static ObjectNode of(Finding finding) {
        return Nodes.object()
                .put("level", finding.level().name())
                .put("subject", Nodes.text(finding.subject()))
                .put("found", Nodes.text(finding.found()))
                .put("wanted", Nodes.text(finding.wanted()))
                .put("mend", Nodes.text(finding.mend()));
    }
}
