/** Tests of vector databases; those tagged {@code pgvector} and {@code pglite} need real ones on the PATH. */
@NullMarked
package io.kanoa.thorgate.engine.database;

import org.jspecify.annotations.NullMarked;
