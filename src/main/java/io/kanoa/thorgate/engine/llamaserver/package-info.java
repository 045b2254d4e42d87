/**
 * llama.cpp's own server, started by us or attached to. Start at
 * {@link io.kanoa.thorgate.engine.llamaserver.LlamaServerDriver}.
 */
@NullMarked
package io.kanoa.thorgate.engine.llamaserver;

import org.jspecify.annotations.NullMarked;
