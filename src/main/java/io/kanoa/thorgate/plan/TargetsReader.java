package io.kanoa.thorgate.plan;

import java.util.ArrayList;
import java.util.List;

/** Reads a list of targets. */
final class TargetsReader {

    private static final TargetParser PARSER = new TargetParser();

    private TargetsReader() {}

    static List<Placed<Target>> read(Cursor cursor) {
        List<Placed<Target>> targets = new ArrayList<>();
        for (Cursor item : cursor.items()) {
            item.parsed(PARSER).ifPresent(target -> targets.add(new Placed<>(target, item)));
        }
        targets.forEach(TargetRules::checkAlone);
        TargetRules.checkTogether(targets);
        return targets;
    }
}
