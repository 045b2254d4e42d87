/**
 * Images of set sizes for prompts, drawn by our own code: start reading at
 * {@link io.kanoa.thorgate.workload.image.PictureMaker}.
 */
@NullMarked
package io.kanoa.thorgate.workload.image;

import org.jspecify.annotations.NullMarked;
