/**
 * Models as they were prepared: what a hub lists of a repository, and the manifest that stays beside the files. Start at
 * {@link io.kanoa.thorgate.weights.prepared.Manifest}.
 */
@NullMarked
package io.kanoa.thorgate.weights.prepared;

import org.jspecify.annotations.NullMarked;
