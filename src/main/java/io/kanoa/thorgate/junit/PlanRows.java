package io.kanoa.thorgate.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;

/**
 * Runs a method once for each row of the class's {@link Scenario}. The method may take the {@code Row} and the
 * {@link Bench}. Rows are ordered so that engines restart as rarely as possible.
 *
 * <p>A row counts as passed only if every target of it was met, whatever the method asserts.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
public @interface PlanRows {

    /** Row ids or globs that this method runs, as in {@code -Dgate.rows}; all rows of the scenario by default. */
    String value() default "*";
}
