package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.Optional;

/**
 * What sets a row's questions apart from plain text, as the file has it.
 *
 * @param workloads that the row names: one beside a context, or one for each row that it expands to
 * @param images instead of the workload's
 */
record RowAsk(List<String> workloads, Optional<Images> images) {

    /** Plain text. */
    static final RowAsk PLAIN = new RowAsk(List.of(), Optional.empty());

    /** The same with other images. */
    RowAsk withImages(Images other) {
        return new RowAsk(workloads, Optional.of(other));
    }
}
