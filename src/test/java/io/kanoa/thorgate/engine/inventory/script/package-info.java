@NullMarked
package io.kanoa.thorgate.engine.inventory.script;

import org.jspecify.annotations.NullMarked;
