/**
 * The way in: annotations, the extension behind them, and the bench that a scenario works with. Start at
 * {@link io.kanoa.thorgate.junit.Scenario}.
 */
@NullMarked
package io.kanoa.thorgate.junit;

import org.jspecify.annotations.NullMarked;
