/**
 * What must not be told: which variables of the environment hold secrets, and text without them. Start at {@link
 * io.kanoa.thorgate.secret.Secrets}.
 */
@NullMarked
package io.kanoa.thorgate.secret;

import org.jspecify.annotations.NullMarked;
