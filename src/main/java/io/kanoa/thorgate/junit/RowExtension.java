package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.verdict.RowVerdict;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Takes one row from the lease of its engines to its recorded verdict. Of a row that had ended before its run was cut, neither
 * engines nor the scenario's method run: it ends as it did.
 */
final class RowExtension
        implements BeforeEachCallback,
                InvocationInterceptor,
                TestExecutionExceptionHandler,
                AfterEachCallback,
                ParameterResolver {

    private final Gate gate;
    private final Row row;
    private final RowRun run;
    private final Optional<RowResult> carried;
    private Optional<RowResult> concluded;

    RowExtension(Gate gate, Row row) {
        this.gate = gate;
        this.row = row;
        this.run = gate.begin(row);
        this.carried = gate.carried(row);
        this.concluded = carried;
    }

    /** Leases here and not while parameters are resolved: Jupiter would wrap the engine's error. */
    @Override
    public void beforeEach(ExtensionContext context) {
        if (carried.isPresent()) {
            return;
        }
        Optional<RowVerdict> settled = gate.settled(row);
        if (settled.isPresent()) {
            run.settle(settled.get());
            gate.refuse(settled.get());
        }
        gate.started(row);
        try {
            run.start();
        } catch (RuntimeException e) {
            throw gate.stuck(Optional.of(e)).map(RuntimeException.class::cast).orElse(e);
        }
    }

    /** JUnit would break off the whole run where memory runs out, although what a row held is free once it has ended. */
    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        if (carried.isPresent()) {
            invocation.skip();
            Judgement.raiseAgain(carried.get());
            return;
        }
        try {
            invocation.proceed();
        } catch (OutOfMemoryError e) {
            throw new IllegalStateException(
                    "the gate's own JVM ran out of memory (" + e.getMessage()
                            + "); give it more, e.g. -Dit.heap=2g, or ask less of the row",
                    e);
        }
    }

    /** Compares here what could not be decided, since a regression is another kind of failure than the test's own. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        RowResult result = conclude(Optional.of(thrown));
        if (result.decision() == Decision.REGRESSION) {
            Judgement.raise(result.verdict(), result.course().advice());
        }
        throw explained(Optional.of(thrown)).orElse(thrown);
    }

    /** Runs even if the lease failed, so that every row that began is recorded. */
    @Override
    public void afterEach(ExtensionContext context) {
        Optional<Throwable> thrown = context.getExecutionException();
        RowResult result = gate.record(conclude(thrown));
        concluded = Optional.empty();
        if (thrown.isEmpty() && result.verdict().decision() != Decision.PASS) {
            Judgement.raise(result.verdict(), result.course().advice());
        }
    }

    private RowResult conclude(Optional<Throwable> thrown) {
        RowResult result = concluded.orElseGet(() -> gate.compared(run, run.end(explained(thrown))));
        concluded = Optional.of(result);
        return result;
    }

    private Optional<Throwable> explained(Optional<Throwable> thrown) {
        return gate.stuck(thrown).map(Throwable.class::cast).or(() -> thrown);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Row.class || type == Bench.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Row.class ? row : run.bench();
    }
}
