package io.kanoa.thorgate.report.checkpoint;

import java.util.List;
import java.util.Map;

/**
 * Rows that had ended when their run was cut.
 *
 * @param byId those that can be read
 * @param remarks on those that can't
 */
public record CarriedRows(Map<String, RowCheckpoint> byId, List<String> remarks) {

    /** None had. */
    public static final CarriedRows NONE = new CarriedRows(Map.of(), List.of());

    public CarriedRows {
        byId = Map.copyOf(byId);
        remarks = List.copyOf(remarks);
    }
}
