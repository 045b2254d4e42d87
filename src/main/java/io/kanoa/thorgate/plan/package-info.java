/**
 * What {@code targets.yaml} says, as records: models, engines, rows, targets and their units. Start at
 * {@link io.kanoa.thorgate.plan.Plan} for the values and at {@link io.kanoa.thorgate.plan.PlanReader} for how they are
 * read. Depends on nothing else of the project.
 */
@NullMarked
package io.kanoa.thorgate.plan;

import org.jspecify.annotations.NullMarked;
