/**
 * The custodian: a small JVM beside ours that runs the engines' programs and ends them when it is told to, or when we are gone,
 * however that happened. {@link io.kanoa.thorgate.engine.launch.custodian.Custodian} is what runs there, start with it; {@link
 * io.kanoa.thorgate.engine.launch.custodian.Request} and {@link io.kanoa.thorgate.engine.launch.custodian.Event} are what it
 * is told and tells. Needs the JDK and nothing else.
 */
@NullMarked
package io.kanoa.thorgate.engine.launch.custodian;

import org.jspecify.annotations.NullMarked;
