/** Tests of the statistics of regressions. */
@NullMarked
package io.kanoa.thorgate.history;

import org.jspecify.annotations.NullMarked;
