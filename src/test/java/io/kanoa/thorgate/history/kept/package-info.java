/** Tests of what is kept of runs, and of what follows from it. */
@NullMarked
package io.kanoa.thorgate.history.kept;

import org.jspecify.annotations.NullMarked;
