/**
 * A run compared with the runs before it: regressions told from noise. Pure functions of values, no input or output, no
 * clock; runs are kept by {@link io.kanoa.thorgate.history.store} and held against each other by
 * {@link io.kanoa.thorgate.history.compare}. Start at {@link io.kanoa.thorgate.history.Baseline} (what a new run is compared with), then
 * {@link io.kanoa.thorgate.history.RegressionRule} (the comparison).
 *
 * <p>All of it works on the logarithm of one value a run, turned so that more is worse. So a rate and its reciprocal, and
 * milliseconds and seconds, are judged alike, and a difference is a relative change.
 *
 * <h2>The rule</h2>
 *
 * <p>With H runs in the baseline, their mean and standard deviation s, and m new runs of mean x:
 * {@code t = (x - mean) / (s sqrt(1/m + 1/H))} with H - 1 degrees of freedom, the prediction of a new mean from a normal
 * sample. SUSPECT if p &lt; 0.01, one-sided, and the cost rose by more than 3 %. A fresh run then decides by itself: with
 * p &lt; 0.05 and more than 3 % against the same baseline it is a REGRESSION. Both runs share the baseline's error, so the
 * rates do not multiply; simulated with normal noise of 2 % and 8 to 30 runs, an unchanged engine is accused in at most 0.3 % of
 * checks; one with 10 % more cost is found in more than 90 % with 10 runs, and in 89 % with 8. Comparing with the last run
 * alone, at 5 %, accuses in 4 %.
 *
 * <p>An improvement is implausible, not good news, if p &lt; 0.001 and the cost fell by a fifth or more: look for truncated
 * answers or a changed workload first. That bound is a choice of this project.
 *
 * <p>A pinned baseline, of runs that somebody chose, has their mean, and the pooled standard deviation s within the segments of all
 * of the history with its degrees of freedom. The rule is the same; with a single run, both tests share its error, and a change has
 * to be larger to be seen.
 *
 * <h2>Steps</h2>
 *
 * <p>{@link io.kanoa.thorgate.history.Segments} splits a history where its level changed: where the |t| of the pooled two-sample
 * test is largest, of a run of runs against the others, then each part again. The runs may reach to the end, which is a step, or
 * not, which is a change that was taken back; a test of steps alone is blind to many of the latter. The chance of so large a
 * maximum is bounded by Bonferroni: the two-sided p there times the number of places tried, and must be below 0.001. For
 * 10 runs, the fewest that can be split, there is one place and the bound is exact; places near each other are
 * correlated, so for longer histories it errs on the side of not splitting. A part of a split history is tested at that level anew. A
 * segment has at least 5 runs.
 *
 * <p>A segment that is worse than the baseline becomes the baseline only when it is acknowledged; a better one does at once.
 * Otherwise a slow run, repeated often enough, would excuse itself.
 *
 * <p>Runs are taken for independent with normal logarithms; a slow drift over many runs is seen as steps at best.
 */
@NullMarked
package io.kanoa.thorgate.history;

import org.jspecify.annotations.NullMarked;
