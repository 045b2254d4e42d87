/**
 * What is asked of an engine, and what came of it.
 */
@NullMarked
package io.kanoa.thorgate.workload;

import org.jspecify.annotations.NullMarked;
