/** Tests of {@code verdict}: golden values and the properties that a rule must hold to be believed. */
@NullMarked
package io.kanoa.thorgate.verdict;

import org.jspecify.annotations.NullMarked;
