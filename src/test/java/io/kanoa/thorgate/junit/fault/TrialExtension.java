package io.kanoa.thorgate.junit.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives a fault's test its {@link Trial}, which JUnit closes, and requires that the outcome was held against what the fault declares. */
final class TrialExtension implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(TrialExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Trial.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Fault fault = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), Fault.class)
                .orElseThrow();
        Trial trial = new Trial(fault, folder());
        context.getStore(NAMESPACE).put(Trial.class, trial);
        return trial;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Trial trial = context.getStore(NAMESPACE).get(Trial.class, Trial.class);
        if (context.getExecutionException().isEmpty() && !trial.isConcluded()) {
            throw new AssertionError("the outcome was not held against what the fault declares");
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("thor-gate-fault-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
