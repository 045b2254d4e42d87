/**
 * What drivers of engines that serve over HTTP share: from the start of a server until it answers, why one did not start, and
 * requests other than for tokens. Start at {@link io.kanoa.thorgate.engine.server.ServerStart}.
 */
@NullMarked
package io.kanoa.thorgate.engine.server;

import org.jspecify.annotations.NullMarked;
