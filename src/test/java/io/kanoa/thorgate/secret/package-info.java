@NullMarked
package io.kanoa.thorgate.secret;

import org.jspecify.annotations.NullMarked;
