/** The scripts under {@code ci}, run as they are, against folders and servers that stand in for a Thor and a hub. */
@NullMarked
package io.kanoa.thorgate.ci;

import org.jspecify.annotations.NullMarked;
