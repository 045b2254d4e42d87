/**
 * How engines' programs come to life and end: child processes, containers, and the custodian that ends them when we are gone. Start
 * at {@link io.kanoa.thorgate.engine.Launcher}, whose implementation is here.
 */
@NullMarked
package io.kanoa.thorgate.engine.launch;

import org.jspecify.annotations.NullMarked;
