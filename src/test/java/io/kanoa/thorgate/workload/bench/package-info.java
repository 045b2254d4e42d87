/** What making prompts costs: {@link io.kanoa.thorgate.workload.bench.PromptBenchmark}. */
@NullMarked
package io.kanoa.thorgate.workload.bench;

import org.jspecify.annotations.NullMarked;
