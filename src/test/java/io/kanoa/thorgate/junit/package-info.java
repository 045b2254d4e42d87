/** Tests of the extension, run on engines that follow a script. */
@NullMarked
package io.kanoa.thorgate.junit;

import org.jspecify.annotations.NullMarked;
