/**
 * Targets judged on evidence. Pure functions, no input or output, no clock. Start at
 * {@link io.kanoa.thorgate.verdict.Judge} (a row that is done), {@link io.kanoa.thorgate.verdict.SequentialJudge} (a row
 * that runs) or {@link io.kanoa.thorgate.verdict.BuildJudge} (a row measured in several starts of its engine).
 *
 * <p>This page says what a verdict claims and where each rule comes from, so that it can be checked.
 *
 * <h2>What a verdict says</h2>
 *
 * <p>Each target is tested twice, one-sided, at alpha = 0.05. PASS: the confidence bound lies on the good side of the limit.
 * FAIL: the opposite bound lies on the bad side. Otherwise INCONCLUSIVE, with the reason. So if the truth lies on the limit,
 * a false PASS has a chance of 5 % at most, and so has a false FAIL. {@code <} and {@code <=} differ only for values exactly
 * on the limit, and are told apart there. A row passes if all its targets pass; that needs no correction, since all must
 * hold. It fails if one of its k targets fails at alpha / k (Bonferroni), so that more targets make no more false alarms.
 *
 * <p>What was not measured never passes. A failed request is a value beyond every limit where values are counted; it takes
 * the PASS away where values are averaged.
 *
 * <h2>Rules</h2>
 *
 * <table>
 * <caption>Rule by statistic</caption>
 * <tr><th>target</th><th>rule</th></tr>
 * <tr><td>rate, mean, mean power</td><td>Ratio of sums over requests. One-sided t-test of the mean of
 *     {@code d_i = numerator_i - limit * denominator_i} against 0. The bounds shown are Fieller's (1954): the limits at which
 *     this test turns.</td></tr>
 * <tr><td>quantile or median over requests</td><td>Exact binomial. X values of n lie beyond the limit; at the limit the chance
 *     of each is {@code q = 1 - p} for an upper limit, {@code p} for a lower one. PASS if {@code P(Bin(n, q) <= X) <= alpha}, FAIL
 *     if {@code P(Bin(n, q) >= X) <= alpha}. The bounds shown are order statistics and say the same. Source: MLPerf LoadGen,
 *     {@code loadgen/early_stopping.cc}. Note that {@code p95} of a rate is the rate that 95 % of requests stay below.</td></tr>
 * <tr><td>quantile over pooled gaps</td><td>As above with Korn's and Graubard's effective number (Survey Methodology 24, 1998)
 *     in Clopper's and Pearson's bounds, the request as cluster. For a PASS the worst request counts twice, and there must be as
 *     many requests as a quantile over requests would need, so that the rule holds even if all gaps of a request are
 *     alike.</td></tr>
 * <tr><td>ratio of means, beside a neighbour against alone</td><td>Welch's t-test of {@code mean(beside) - limit * mean(alone)};
 *     degrees of freedom by Satterthwaite at the limit; Fieller's bounds.</td></tr>
 * <tr><td>share</td><td>Clopper and Pearson (Biometrika 26, 1934).</td></tr>
 * <tr><td>maximum, minimum</td><td>A breach that was seen is a FAIL. A limit that held is a PASS for the very start that was
 *     watched (scope {@code start}) and nothing more: for the build it is INCONCLUSIVE until starts are repeated, and then a PASS
 *     if the prediction bound for the next start, {@code mean + t s sqrt(1 + 1/n)}, meets the limit.</td></tr>
 * <tr><td>swap, load</td><td>Each trial is a start of its own. The median from 5 trials on; fewer are shown and INCONCLUSIVE.</td></tr>
 * </table>
 *
 * <p>The fewest values with which a quantile can pass at 95 %, with 0, 1 and 2 of them beyond the limit: p50 5/8/11, p90
 * 29/46/61, p95 59/93/124, p99 299/473/628, p99.9 2995/4742/6294 ({@link io.kanoa.thorgate.verdict.SampleSize}).
 *
 * <h2>The client's own error</h2>
 *
 * <p>Each run measures how far the streaming client's times are off ({@link io.kanoa.thorgate.verdict.MeasurementError}). A
 * target on times is judged three times: as measured, with all times longer by the error, and with all shorter. PASS and FAIL
 * stand only where the three agree, and the bounds shown are the widest. So a limit that lies closer to the measured value
 * than the error is INCONCLUSIVE. The random part of the error needs no such care: it is in the spread of the values already.
 *
 * <h2>Requests and starts</h2>
 *
 * <p>Engines differ from start to start by more than their requests tell. With 1.5 % between starts and 60 requests that
 * vary by 5 %, a test over the requests of one start passes falsely in a quarter of cases instead of a twentieth. A target of
 * scope {@code build} is therefore judged on one figure a start, by a t-test over starts at planned looks
 * ({@link io.kanoa.thorgate.verdict.StartLooks}); levels there are such that all looks together err with 5 %. How many
 * starts, and how many requests in each: Kalibera and Jones, "Rigorous benchmarking in reasonable time", ISMM 2013
 * ({@link io.kanoa.thorgate.verdict.StartPlan}).
 *
 * <h2>Stopping early</h2>
 *
 * <p>Looking again and again with a rule made for one look errs more often: for a p95 and looks at 20, 30, ..., 400 requests
 * exactly 14.9 % false PASS and 17.4 % false FAIL. {@link io.kanoa.thorgate.verdict.SequentialDesign} holds 4.9 % on each
 * side over all looks: by look n of at most N it may have spent {@code alpha * n / N} (Lan and DeMets, Biometrika 70, 1983,
 * with a linear spending function), and the bounds are computed exactly, by dynamic programming. A clean row ends after 90
 * requests of 400. What is no count (rates, pooled gaps, shares) is tested at looks of the same plan by its own rule, at
 * levels from the same spending on a Brownian motion; that is exact for normal sums and, as usual, an approximation
 * otherwise. The decision of the first look that crosses a bound stands.
 *
 * <h2>Warm-up and drift</h2>
 *
 * <p>{@link io.kanoa.thorgate.verdict.Steadiness}: warm-up by MSER (White, Simulation 69, 1997), the {@code d <= n/2} that makes
 * {@code variance / (n - d)} of the rest smallest. It should have ended before the series began, since all of the series is
 * judged: first values whose mean differs from that of the rest by a t-test on
 * the scatter of the rest, with p &lt; 0.001 (0.01 if they are more than a third), and their median by over 3 %,
 * make it unsteady, and so do last values that differ (of three or fewer that is often not seen); drift by Mann (Econometrica 13, 1945) and Kendall with p &lt; 0.01 and a total
 * change over 3 % by Theil (1950) and Sen (JASA 63, 1968); a step by Pettitt (Applied Statistics 28, 1979) with p &lt; 0.01 and
 * over 3 %, because a slope finds no late jump. An unsteady row is INCONCLUSIVE. A row that is watched ends at a look only if the series so far is
 * steady; otherwise it goes on, and the whole series is looked at again. That can only take verdicts away.
 */
@NullMarked
package io.kanoa.thorgate.verdict;

import org.jspecify.annotations.NullMarked;
