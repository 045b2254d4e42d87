/** Tests of {@code history}: the rates at which unchanged engines are accused and slower ones found, and golden values. */
@NullMarked
package io.kanoa.thorgate.history;

import org.jspecify.annotations.NullMarked;
