package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.plan.Row;
import java.util.List;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One run of a scenario's method, for one row. */
record RowInvocation(Gate gate, Row row) implements TestTemplateInvocationContext {

    @Override
    public String getDisplayName(int invocationIndex) {
        return row.id();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(new RowExtension(gate, row));
    }
}
