package io.kanoa.thorgate.junit;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives each {@link PlanRows} method an invocation for each of its rows. The gate opens with the first of them. */
final class ScenarioExtension implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getRequiredTestMethod(), PlanRows.class);
    }

    @Override
    public boolean mayReturnZeroTestTemplateInvocationContexts(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Gate gate = GateSlot.gate(context);
        String scenario = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), Scenario.class)
                .orElseThrow()
                .value();
        String rows = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), PlanRows.class)
                .orElseThrow()
                .value();
        return gate.rows(scenario, rows).stream().map(row -> new RowInvocation(gate, row));
    }
}
