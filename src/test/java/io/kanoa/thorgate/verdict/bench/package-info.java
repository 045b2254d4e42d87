/** What judging costs, measured by JMH. Start at {@link io.kanoa.thorgate.verdict.bench.JudgeBenchmark}. */
@NullMarked
package io.kanoa.thorgate.verdict.bench;

import org.jspecify.annotations.NullMarked;
