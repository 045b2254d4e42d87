/**
 * A row held against its own past, from what is kept to what is found. Start at
 * {@link io.kanoa.thorgate.history.compare.RowJudge}. Pure functions of values.
 */
@NullMarked
package io.kanoa.thorgate.history.compare;

import org.jspecify.annotations.NullMarked;
