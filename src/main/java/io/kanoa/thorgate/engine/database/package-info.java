/**
 * Vector databases: PostgreSQL with pgvector, brought to life as engines are, or attached to. Start at
 * {@link io.kanoa.thorgate.engine.database.Databases}; everything that is said in SQL is in
 * {@link io.kanoa.thorgate.engine.database.VectorTable} and {@link io.kanoa.thorgate.engine.database.VectorSearcher}.
 */
@NullMarked
package io.kanoa.thorgate.engine.database;

import org.jspecify.annotations.NullMarked;
