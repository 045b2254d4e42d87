/**
 * What a run means: its verdict in words, its matrix, the answers to the plan's questions, and which model is recommended for
 * which role. Made of a results file alone, without input or output. Start at
 * {@link io.kanoa.thorgate.report.summary.Summary}.
 *
 * <p>The rule of the recommendation: a model is a candidate for the roles that the plan gives it. A row counts for a role if
 * it measures the candidate alone, and either asks the work of that role or no role's work in particular; rows that compare
 * engines don't count. Only a candidate all of whose rows pass can be recommended. Of several, the one with the shortest time
 * to first token is, then that with the shortest inter-token latency, the least memory, the least energy a token; values
 * within 5 % of the best count as equal. They are compared on rows that ask the same. Where no candidate passes, the answer
 * is none, and the nearest miss is the candidate with the fewest missed targets, then with the smallest largest shortfall.
 */
@NullMarked
package io.kanoa.thorgate.report.summary;

import org.jspecify.annotations.NullMarked;
