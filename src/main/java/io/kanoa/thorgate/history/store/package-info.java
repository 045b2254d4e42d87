/**
 * Where runs are kept. Start at {@link io.kanoa.thorgate.history.store.HistoryStore}, and at
 * {@link io.kanoa.thorgate.history.store.HistoryPlace} for how one is found. Two implementations: a file in a folder of the
 * user's, and PostgreSQL.
 */
@NullMarked
package io.kanoa.thorgate.history.store;

import org.jspecify.annotations.NullMarked;
