/**
 * What is kept of a run. Start at {@link io.kanoa.thorgate.history.kept.KeptRun}. Plain values; texts come from machines and
 * engines: untrusted.
 */
@NullMarked
package io.kanoa.thorgate.history.kept;

import org.jspecify.annotations.NullMarked;
