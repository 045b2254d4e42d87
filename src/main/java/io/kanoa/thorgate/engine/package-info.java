/**
 * Ways to serve a model, and how an engine comes to life and ends. Start at\n * {@link io.kanoa.thorgate.engine.Engine}.
 */
@NullMarked
package io.kanoa.thorgate.engine;

import org.jspecify.annotations.NullMarked;
