/**
 * What {@code targets.yaml} says, as records: models, engines, rows, targets and their units. Start at\n * {@link io.kanoa.thorgate.plan.Plan}. Depends on nothing else of the project.
 */
@NullMarked
package io.kanoa.thorgate.plan;

import org.jspecify.annotations.NullMarked;
