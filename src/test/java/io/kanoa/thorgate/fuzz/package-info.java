/**
 * Every parser under bytes from anywhere. Start at {@link io.kanoa.thorgate.fuzz.Target}. {@code FuzzTest} gives each the inputs that
 * are kept and a few thousand new ones in every build. {@code ci/fuzz.sh} lets Jazzer, which is guided by coverage, look for more
 * through {@code Campaign}, and {@code Mill} give a million to each in a small heap.
 */
@NullMarked
package io.kanoa.thorgate.fuzz;

import org.jspecify.annotations.NullMarked;
