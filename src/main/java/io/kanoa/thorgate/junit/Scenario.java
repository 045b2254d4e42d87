package io.kanoa.thorgate.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Marks a test class as one scenario of the plan. Its {@link PlanRows} methods run once for each row of that scenario, one
 * after the other, with the engines leased and the sensors running.
 *
 * <pre>{@code
 * @Scenario("A")
 * class ScenarioABaselineIT {
 *     @PlanRows
 *     void meetsItsTargets(Row row, Bench bench) {
 *         assertThat(bench.serve(row).singleUser()).meetsItsTargets();
 *     }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.SAME_THREAD)
@ExtendWith(ScenarioExtension.class)
public @interface Scenario {

    /** The scenario's key in the plan, e.g. {@code A}. */
    String value();
}
