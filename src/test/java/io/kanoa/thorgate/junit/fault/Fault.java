package io.kanoa.thorgate.junit.fault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that injects a fault into a whole gate. What it says here is what is asserted, and what the page says: a healthy row
 * comes first and passes, then a row meets the fault.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@Timeout(240)
@EnabledOnOs(OS.LINUX)
@ExtendWith(TrialExtension.class)
@interface Fault {

    Area area();

    /** What goes wrong. */
    String what();

    /** How that is brought about. */
    String how();

    /** What serves the row. */
    String engine();

    /** Verdict of the row that meets the fault; empty where the results know no verdict of it. */
    String row() default "ERROR";

    /** Verdict of the gate in its results. */
    String gate() default "NO-GO";

    /** Parts of what is said of it, in the reason of the row or where {@link #where} says. */
    String[] says() default {};

    /** Whether the gate refuses to start anything, the healthy row included. */
    boolean startsNothing() default false;

    /** Where it is said. */
    Place where() default Place.ROW;

    /** Seconds from the fault until the row, or the gate, has ended. */
    int within();

    /** What the machine must let us do, for people; the test is skipped where it does not. */
    String needs() default "";

    /** Where a message is looked for. */
    enum Place {
        ROW,
        GATE
    }

    /** A section of the page. */
    enum Area {
        LIFE("The engine's life"),
        ANSWERS("The engine's answers"),
        MACHINE("The machine"),
        SENSORS("Sensors"),
        DATABASE("The vector database"),
        GATE("The gate itself");

        private final String title;

        Area(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }
}
