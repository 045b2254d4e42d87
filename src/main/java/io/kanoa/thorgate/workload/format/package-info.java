/**
 * Which weight formats an engine takes, found by loading a tiny model in each. Start at
 * {@link io.kanoa.thorgate.workload.format.FormatProbing}.
 */
@NullMarked
package io.kanoa.thorgate.workload.format;

import org.jspecify.annotations.NullMarked;
