/**
 * What the scripts under {@code ci} ask: programs that print a plan's needs, and that hold a prepared model against the plan. Start
 * at {@link io.kanoa.thorgate.engine.inventory.script.PlanNeeds}.
 */
@NullMarked
package io.kanoa.thorgate.engine.inventory.script;

import org.jspecify.annotations.NullMarked;
