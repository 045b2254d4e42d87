/**
 * Targets judged on evidence. Pure functions, no input or output. Start at\n * {@link io.kanoa.thorgate.verdict.Judge}.
 */
@NullMarked
package io.kanoa.thorgate.verdict;

import org.jspecify.annotations.NullMarked;
