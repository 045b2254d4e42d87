/**
 * What is on this machine before a run: engines with their versions, models with what their files say. Starts no engine.
 * Start at {@link io.kanoa.thorgate.engine.inventory.EngineInventory} and
 * {@link io.kanoa.thorgate.engine.inventory.ModelInventory}.
 */
@NullMarked
package io.kanoa.thorgate.engine.inventory;

import org.jspecify.annotations.NullMarked;
