/**
 * Where the files of a model lie on this machine, by the name that its engine knows it by. Start at
 * {@link io.kanoa.thorgate.weights.place.ModelPlaces}.
 */
@NullMarked
package io.kanoa.thorgate.weights.place;

import org.jspecify.annotations.NullMarked;
