/** Tests of what is asked of vector databases. */
@NullMarked
package io.kanoa.thorgate.workload.vector;

import org.jspecify.annotations.NullMarked;
