/**
 * The embedded engine: llama.cpp in a child JVM that speaks the OpenAI API on a loopback port, for machines without
 * any other engine. {@link io.kanoa.thorgate.engine.embedded.EmbeddedEngine} is our side, start there;
 * {@link io.kanoa.thorgate.engine.embedded.EmbeddedServer} is what runs in the child.
 */
@NullMarked
package io.kanoa.thorgate.engine.embedded;

import org.jspecify.annotations.NullMarked;
