/**
 * Ways to serve a model, and how an engine comes to life and ends. Start at
 * {@link io.kanoa.thorgate.engine.Engine}; {@link io.kanoa.thorgate.engine.EngineProcess} is what drivers start processes with.
 */
@NullMarked
package io.kanoa.thorgate.engine;

import org.jspecify.annotations.NullMarked;
