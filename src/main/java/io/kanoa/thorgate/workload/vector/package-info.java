/**
 * A chat beside a vector database: vectors with neighbours worth finding, queries at a set rate, turns that answer from what was
 * retrieved. Start at {@link io.kanoa.thorgate.workload.vector.BesideDatabase}.
 */
@NullMarked
package io.kanoa.thorgate.workload.vector;

import org.jspecify.annotations.NullMarked;
